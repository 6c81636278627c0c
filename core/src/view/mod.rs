//! View models: plain structs that the page shows.
