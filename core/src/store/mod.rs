//! The format of what is stored, and how it is read back.
