//! `cargo xtask serve`: the page on loopback, built again on every change.
//!
//! A debug build in a folder of its own: `dist/` stays what `cargo xtask build` made of it.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};

use crate::programs::run;
use crate::tools::Workshop;

const FIRST_PORT: u16 = 8080;
const PORTS_TRIED: u16 = 20;

/// Sets up what is missing and serves the page until it is interrupted.
pub(crate) fn serve(shop: &mut Workshop, arguments: &[String]) -> Result<()> {
    let port = match asked_port(arguments)? {
        Some(port) if is_free(port) => port,
        Some(port) => bail!("port {port} is in use: name another one with --port"),
        None => free_port()?,
    };
    shop.wasm_target()?;
    shop.trunk()?;
    shop.wasm_bindgen()?;
    println!("Building. The first build takes a few minutes, later ones seconds.");
    println!("Unblock will be at http://127.0.0.1:{port}/ (end with Ctrl+C)");
    let dist = shop.target_dir().join("serve");
    std::fs::create_dir_all(&dist).with_context(|| format!("{} cannot be created", dist.display()))?;
    let mut trunk = shop.trunk_command("serve");
    run(trunk.args(["--address", "127.0.0.1", "--port", &port.to_string(), "--dist"]).arg(dist))
}

fn asked_port(arguments: &[String]) -> Result<Option<u16>> {
    match arguments {
        [] => Ok(None),
        [flag, value] if flag == "--port" => match value.parse() {
            Ok(port) if port > 0 => Ok(Some(port)),
            _ => bail!("`{value}` is not a port: use a number from 1 to 65535"),
        },
        _ => bail!("usage: cargo xtask serve [--port N]"),
    }
}

fn free_port() -> Result<u16> {
    let last = FIRST_PORT + PORTS_TRIED;
    (FIRST_PORT..last)
        .find(|port| is_free(*port))
        .with_context(|| format!("no port from {FIRST_PORT} to {last} is free: name one with --port"))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(str::to_owned).collect()
    }

    #[test]
    fn the_port_is_optional_and_checked() {
        assert_eq!(asked_port(&[]).ok(), Some(None));
        assert_eq!(asked_port(&words("--port 9000")).ok(), Some(Some(9000)));
        for wrong in ["--port 0", "--port 70000", "--port", "9000", "--port x"] {
            assert!(asked_port(&words(wrong)).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_taken_port_is_passed_over() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        assert!(!is_free(taken.local_addr()?.port()));
        Ok(())
    }
}
