//! The Albers equal-area projection of the United States, with Alaska, Hawaii and Puerto Rico inset.
//!
//! Each part is a conic of its own, as cartographers draw this country; Alaska at 0.35 of the scale.

/// A conic equal-area projection: standard parallels, origin, scale and place of the origin.
struct Conic {
    parallels: (f64, f64),
    /// The longitude that runs straight up, in degrees.
    meridian: f64,
    /// Longitude and latitude of the origin, in degrees.
    origin: (f64, f64),
    scale: f64,
    /// Where the origin is, in pixels.
    place: (f64, f64),
}

/// The pixels of one radian at the origin of the lower 48 states.
const SCALE: f64 = 1280.0;

/// The middle of the map, in pixels.
const MIDDLE: (f64, f64) = (480.0, 292.0);

const LOWER_48: Conic = Conic {
    parallels: (29.5, 45.5),
    meridian: -96.0,
    origin: (-96.6, 38.7),
    scale: SCALE,
    place: MIDDLE,
};

const ALASKA: Conic = Conic {
    parallels: (55.0, 65.0),
    meridian: -154.0,
    origin: (-156.0, 58.5),
    scale: SCALE * 0.35,
    place: (MIDDLE.0 - 0.307 * SCALE, MIDDLE.1 + 0.201 * SCALE),
};

const HAWAII: Conic = Conic {
    parallels: (8.0, 18.0),
    meridian: -157.0,
    origin: (-160.0, 19.9),
    scale: SCALE,
    place: (MIDDLE.0 - 0.205 * SCALE, MIDDLE.1 + 0.212 * SCALE),
};

const PUERTO_RICO: Conic = Conic {
    parallels: (8.0, 18.0),
    meridian: -66.4,
    origin: (-66.4, 18.2),
    scale: SCALE,
    place: (MIDDLE.0 + 0.32 * SCALE, MIDDLE.1 + 0.2 * SCALE),
};

/// The pixel of a place, x to the right and y down; `None` for one outside of the country.
pub(super) fn project(lon: f64, lat: f64) -> Option<(f64, f64)> {
    let conic = match (lon, lat) {
        (-68.0..=-65.0, 17.0..=19.0) => PUERTO_RICO,
        (-161.0..=-154.0, 18.0..=23.0) => HAWAII,
        (-195.0..=-129.0, 50.0..=72.0) => ALASKA,
        (-125.0..=-66.0, 24.0..=50.0) => LOWER_48,
        _ => return None,
    };
    Some(conic.project(lon, lat))
}

impl Conic {
    fn project(&self, lon: f64, lat: f64) -> (f64, f64) {
        let (x, y) = self.plane(lon, lat);
        let (x_0, y_0) = self.plane(self.origin.0, self.origin.1);
        (
            self.place.0 + self.scale * (x - x_0),
            self.place.1 + self.scale * (y - y_0),
        )
    }

    /// Radians from the top of the cone, to the right and down.
    fn plane(&self, lon: f64, lat: f64) -> (f64, f64) {
        let sin = |degrees: f64| degrees.to_radians().sin();
        let (sin_0, sin_1) = (sin(self.parallels.0), sin(self.parallels.1));
        let n = f64::midpoint(sin_0, sin_1);
        let c = 1.0 + sin_0 * (2.0 * n - sin_0);
        let radius = (c - 2.0 * n * sin(lat)).sqrt() / n;
        let angle = (lon - self.meridian).to_radians() * n;
        (radius * angle.sin(), radius * angle.cos())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::MAP_SIZE_PX;

    /// Longitude, latitude and pixel of places, as `geoAlbersUsa().scale(1300).translate([480, 300])` of d3-geo 3.1.2 gives them.
    const REFERENCE: [(&str, [f64; 4]); 12] = [
        ("Atlanta", [-84.39, 33.75, 707.426_412_943, 400.102_245_130]),
        ("Boston", [-71.06, 42.36, 901.158_192_372, 162.091_528_995]),
        ("Seattle", [-122.33, 47.61, 90.179_498_869, 41.245_136_131]),
        ("San Diego", [-117.16, 32.72, 92.285_703_652, 392.376_794_913]),
        ("Miami", [-80.19, 25.76, 815.281_272_186, 567.572_296_255]),
        ("El Paso", [-106.49, 31.76, 289.449_511_020, 447.678_631_139]),
        ("St. Paul", [-93.09, 44.95, 537.175_097_355, 156.550_060_121]),
        ("Anchorage", [-149.9, 61.22, 104.777_633_859, 539.262_730_221]),
        ("Honolulu", [-157.86, 21.31, 259.423_995_278, 544.120_403_790]),
        ("Fairbanks", [-147.72, 64.84, 110.334_973_387, 509.925_973_497]),
        ("Hilo", [-155.08, 19.72, 318.868_170_443, 579.892_730_967]),
        ("Chicago", [-87.63, 41.88, 630.712_455_102, 221.069_303_946]),
    ];

    /// A pixel of this map as the reference has it, whose scale and middle are others.
    fn rescaled((x, y): (f64, f64)) -> (f64, f64) {
        (
            (x - MIDDLE.0) / SCALE * 1300.0 + 480.0,
            (y - MIDDLE.1) / SCALE * 1300.0 + 300.0,
        )
    }

    #[test]
    fn places_are_where_another_implementation_puts_them() {
        for (name, [lon, lat, x, y]) in REFERENCE {
            let found = rescaled(project(lon, lat).unwrap());
            assert!(
                (found.0 - x).abs() < 1e-6 && (found.1 - y).abs() < 1e-6,
                "{name}: {found:?} and not {x}, {y}"
            );
        }
    }

    #[test]
    fn the_insets_lie_below_the_south_west_and_south_east() {
        let (san_diego, miami) = (project(-117.16, 32.72).unwrap(), project(-80.19, 25.76).unwrap());
        let (anchorage, honolulu) = (project(-149.9, 61.22).unwrap(), project(-157.86, 21.31).unwrap());
        let san_juan = project(-66.11, 18.47).unwrap();
        assert!(anchorage.1 > san_diego.1 && honolulu.1 > san_diego.1 && anchorage.0 < honolulu.0);
        assert!(san_juan.0 > miami.0 && san_juan.0 < f64::from(MAP_SIZE_PX.0));
        assert!((san_juan.1 - miami.1).abs() < 30.0, "beside the end of Florida");
    }

    #[test]
    fn puerto_rico_stands_upright_at_the_scale_of_the_rest() {
        let (south, north) = (project(-66.4, 18.0).unwrap(), project(-66.4, 18.5).unwrap());
        let (west, east) = (project(-67.1, 18.2).unwrap(), project(-65.7, 18.2).unwrap());
        assert!((south.0 - north.0).abs() < 1e-9 && north.1 < south.1);
        assert!((west.1 - east.1).abs() < 1e-9 && west.0 < east.0);
        let a_degree = SCALE * 1_f64.to_radians();
        let high = (south.1 - north.1) / 0.5 / a_degree;
        let wide = (east.0 - west.0) / 1.4 / a_degree / 18.2_f64.to_radians().cos();
        assert!(
            (high - 1.0).abs() < 0.01 && (wide - 1.0).abs() < 0.01,
            "{high} high, {wide} wide"
        );
    }

    #[test]
    fn places_elsewhere_are_not_on_the_map() {
        for (name, lon, lat) in [
            ("London", -0.13, 51.51),
            ("Guam", 144.79, 13.48),
            ("Mexico City", -99.13, 19.43),
            ("Edmonton", -113.49, 53.55),
            ("the point without longitude and latitude", 0.0, 0.0),
        ] {
            assert_eq!(project(lon, lat), None, "{name}");
        }
    }
}
