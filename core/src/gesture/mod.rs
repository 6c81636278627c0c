//! Gestures as pure state machines.
