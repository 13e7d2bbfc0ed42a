"""Stands, as ``ssl``, for the module of Python that the packages leave out together with OpenSSL.

The reader opens no connection. But fpdf2, when it is imported, asks for a handler of https, and
Python has one only where ``import ssl`` succeeds; it also brings asyncio, which names two errors.
"""


class SSLWantReadError(OSError):
    """Never raised."""


class SSLSyscallError(OSError):
    """Never raised."""
