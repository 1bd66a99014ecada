//! Published data, in versions of their own: what is read may change, what is published may not.

pub mod v1;
