//! The checksum of stored texts: CRC-32 as gzip and PNG have it. By four bits at a time: the tables of faster
//! routines, 16 KB of noise that does not compress, would have to be fetched with the page.

/// What each value of four bits adds; the polynomial is `0xEDB8_8320`.
const TABLE: [u32; 16] = [
    0x0000_0000,
    0x1DB7_1064,
    0x3B6E_20C8,
    0x26D9_30AC,
    0x76DC_4190,
    0x6B6B_51F4,
    0x4DB2_6158,
    0x5005_713C,
    0xEDB8_8320,
    0xF00F_9344,
    0xD6D6_A3E8,
    0xCB61_B38C,
    0x9B64_C2B0,
    0x86D3_D2D4,
    0xA00A_E278,
    0xBDBD_F21C,
];

/// The checksum of texts, one after the other, as if they were one.
#[inline(never)]
pub fn checksum(texts: &[&str]) -> u32 {
    let step = |sum: u32| (sum >> 4) ^ TABLE[(sum & 15) as usize];
    let bytes = texts.iter().flat_map(|text| text.as_bytes());
    !bytes.fold(!0, |sum, byte| step(step(sum ^ u32::from(*byte))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_checksum_that_others_have_for_the_same_text() {
        assert_eq!(checksum(&["123456789"]), 0xCBF4_3926);
        assert_eq!(checksum(&["1234", "", "56789"]), 0xCBF4_3926);
        assert_eq!(checksum(&[]), 0);
    }
}
