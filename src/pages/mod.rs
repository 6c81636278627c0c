//! Pages beside the views: all boards, the things said no to, the trash, the settings, the keys.

mod boards;
mod keys;
mod refused;
mod settings;
mod trash;

pub use boards::Boards;
pub use keys::Keys;
pub use refused::Refused;
pub use settings::Settings;
pub use trash::Trash;
