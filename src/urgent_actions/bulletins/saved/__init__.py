"""Bulletins as they are saved: web pages, PDF files and bytes in any encoding, made into plain text."""
