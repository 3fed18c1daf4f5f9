//! Recordings, the scenes that they become, and what these look like.

use crate::font::Fonts;
use crate::geometry::Size;
use crate::limits::{MAX_CANVAS_DEPTH, MAX_CANVAS_OPERATIONS, MAX_CANVAS_SAVES};
use crate::scene::{Geometry, Item, Join, Paint, PathCommand, Scene, Shape};
use crate::svg::{TextMode, write_document};

use super::{
    CanvasError, Operation, Player, RecordedPaint, TextPlace, measure_text, parse_color, parse_font,
    parse_operations,
};

const SIZE: Size = Size { width: 100.0, height: 60.0 };

fn replay_on(json: &str, below: Vec<Item>) -> (Vec<Item>, Vec<String>) {
    let fonts = Fonts::embedded();
    let mut player = Player::new(SIZE, &fonts);
    player.draw_items(below);
    player.replay(&parse_operations(json).unwrap()).unwrap();
    player.finish()
}

fn replay(json: &str) -> Vec<Item> {
    replay_on(json, Vec::new()).0
}

fn document(items: Vec<Item>) -> String {
    let scene = Scene { size: SIZE, title: String::new(), description: String::new(), lang: "en", items };
    write_document(&scene, &Fonts::embedded(), TextMode::Live, None)
}

/// The colour and opacity at a point of a picture.
#[cfg(feature = "png")]
fn pixel(items: Vec<Item>, x: u32, y: u32) -> [u8; 4] {
    let tree = crate::raster::parse_svg(&document(items), &Fonts::embedded()).unwrap();
    let pixel = crate::raster::rasterise_tree(&tree, 1.0).unwrap().pixel(x, y).unwrap().demultiply();
    [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
}

fn only_shape(json: &str) -> Shape {
    match replay(json).as_slice() {
        [Item::Shape(shape)] => shape.clone(),
        items => panic!("one shape: {items:?}"),
    }
}

fn end_point(shape: &Shape) -> (f64, f64) {
    let (Geometry::Path(path) | Geometry::EvenOddPath(path)) = &shape.geometry else { panic!("{shape:?}") };
    let (PathCommand::MoveTo(to) | PathCommand::LineTo(to) | PathCommand::CurveTo(_, _, to)) =
        path.iter().rfind(|command| !matches!(command, PathCommand::Close)).unwrap()
    else {
        panic!("{path:?}")
    };
    ((to.x * 1e3).round() / 1e3, (to.y * 1e3).round() / 1e3)
}

#[test]
fn the_transform_at_the_time_of_a_step_places_it() {
    let shape = only_shape(
        r#"[["moveTo",1,1],["translate",10,5],["scale",2,2],["lineTo",3,4],["setTransform",1,0,0,1,0,0],["stroke"]]"#,
    );
    assert_eq!(end_point(&shape), (16.0, 13.0));
    assert_eq!(shape.stroke.unwrap().width, 1.0, "the line is as wide as at the time of the stroke");
}

#[test]
fn a_line_grows_with_the_scale_and_keeps_its_style() {
    let shape = only_shape(
        r#"[["set","lineWidth",3],["set","lineDash",[4,2]],["set","lineJoin","bevel"],["set","lineCap","round"],
            ["scale",2,2],["rotate",0.5],["strokeRect",1,1,5,5]]"#,
    );
    let stroke = shape.stroke.unwrap();
    assert!((stroke.width - 6.0).abs() < 1e-9 && (stroke.dash[1] - 4.0).abs() < 1e-9, "{stroke:?}");
    assert_eq!(stroke.join, Join::Bevel);
    let text = document(replay(r#"[["scale",3,1],["strokeRect",1,1,5,5]]"#));
    assert!(
        text.contains("<g transform=\"matrix(3 0 0 1 0 0)\">\n<path d=\"M1 1H6V6H1V1\"")
            || text.contains("M1 1H6V6H1Z"),
        "{text}"
    );
}

#[test]
fn save_and_restore_keep_everything_but_the_path() {
    let items = replay(
        r#"[["set","fillStyle",[255,0,0,255]],["save"],["set","fillStyle",[0,255,0,255]],["translate",9,9],
            ["rect",0,0,1,1],["clip",false],["restore"],["fill",false],["restore"],["fillRect",0,0,1,1]]"#,
    );
    let [Item::Shape(first), Item::Shape(second)] = items.as_slice() else { panic!("{items:?}") };
    assert_eq!(first.fill, second.fill);
    assert_eq!(end_point(first), (9.0, 10.0));
}

#[test]
fn arcs_end_where_a_canvas_ends_them() {
    for (step, end) in [
        (r#"["arc",10,10,5,0,1.5707963267948966,false]"#, (10.0, 15.0)),
        (r#"["arc",10,10,5,0,100,false]"#, (15.0, 10.0)),
        (r#"["arc",10,10,5,0,-1.5707963267948966,true]"#, (10.0, 5.0)),
        (r#"["ellipse",10,10,8,2,1.5707963267948966,0,1.5707963267948966,false]"#, (8.0, 10.0)),
        (r#"["arcTo",20,0,20,20,5]"#, (20.0, 5.0)),
        (r#"["arcTo",20,0,30,0,5]"#, (20.0, 0.0)),
        (r#"["quadraticCurveTo",5,5,7,3]"#, (7.0, 3.0)),
        (r#"["svg","M1 1h4q1 1 2 2"]"#, (7.0, 3.0)),
        (r#"["path",[["moveTo",0,0],["lineTo",3,4]],[2,0,0,2,1,1]]"#, (7.0, 9.0)),
    ] {
        let shape = only_shape(&format!(r#"[["moveTo",0,0],{step},["stroke"]]"#));
        assert_eq!(end_point(&shape), end, "{step}");
    }
}

#[test]
fn the_radii_of_a_rounded_rectangle_shrink_together() {
    let shape = only_shape(r#"[["roundRect",0,0,20,10,10,10,10,10,10,10,0,0],["fill",false]]"#);
    let Geometry::Path(path) = &shape.geometry else { panic!("{shape:?}") };
    let curves = path.iter().filter(|command| matches!(command, PathCommand::CurveTo(..))).count();
    assert_eq!(curves, 3);
    assert!(path.contains(&PathCommand::LineTo(crate::geometry::Point::new(0.0, 10.0))), "{path:?}");
}

#[test]
fn items_with_the_same_clip_share_a_layer() {
    let items = replay(
        r#"[["fillRect",0,0,9,9],["save"],["rect",0,0,5,5],["clip",true],["fillRect",1,1,9,9],["fillRect",2,2,9,9],
            ["restore"],["fillRect",3,3,9,9]]"#,
    );
    let [Item::Shape(_), Item::Layer(layer), Item::Shape(_)] = items.as_slice() else { panic!("{items:?}") };
    assert_eq!(layer.items.len(), 2);
    assert!(layer.clip.as_ref().unwrap().even_odd);
}

#[test]
#[cfg(feature = "png")]
fn destination_over_paints_under_everything() {
    let chart = replay(r#"[["set","fillStyle",[0,0,255,255]],["fillRect",0,0,50,60]]"#);
    let (items, warnings) = replay_on(
        r#"[["save"],["set","globalCompositeOperation","destination-over"],["set","fillStyle",[255,255,0,255]],
            ["fillRect",0,0,100,60],["restore"]]"#,
        chart,
    );
    assert_eq!(warnings, Vec::<String>::new());
    assert_eq!(pixel(items.clone(), 20, 30), [0, 0, 255, 255]);
    assert_eq!(pixel(items, 80, 30), [255, 255, 0, 255]);
}

#[test]
#[cfg(feature = "png")]
fn clearing_removes_what_lies_below() {
    let chart = || replay(r#"[["fillRect",0,0,100,60]]"#);
    assert_eq!(replay_on(r#"[["clearRect",0,0,100,60]]"#, chart()).0, Vec::new());
    let (items, _) = replay_on(r#"[["clearRect",10,10,20,20],["fillRect",50,0,50,60]]"#, chart());
    assert_eq!(pixel(items.clone(), 20, 20), [0, 0, 0, 0]);
    assert_eq!(pixel(items.clone(), 40, 20), [0, 0, 0, 255]);
    assert_eq!(pixel(items, 5, 5), [0, 0, 0, 255]);
}

#[test]
#[cfg(feature = "png")]
fn what_a_script_leaves_clipped_or_moved_applies_to_the_chart() {
    let fonts = Fonts::embedded();
    let mut player = Player::new(SIZE, &fonts);
    player
        .replay(
            &parse_operations(r#"[["save"],["rect",0,0,30,60],["clip",false],["translate",10,0]]"#).unwrap(),
        )
        .unwrap();
    player.draw_items(replay(r#"[["fillRect",0,0,100,60]]"#));
    player.replay(&parse_operations(r#"[["restore"]]"#).unwrap()).unwrap();
    player.draw_items(replay(r#"[["set","fillStyle",[255,0,0,255]],["fillRect",50,0,10,60]]"#));
    let (items, _) = player.finish();
    let at = |x| pixel(items.clone(), x, 30);
    assert_eq!([at(5)[3], at(20)[3], at(40)[3]], [0, 255, 0]);
    assert_eq!(at(55), [255, 0, 0, 255]);
}

#[test]
#[cfg(feature = "png")]
fn gradients_and_patterns_follow_the_transform() {
    let gradient = r#"{"linear":[0,0,10,0],"stops":[[0,[255,0,0,255]],[1,[0,0,255,255]]]}"#;
    let items = replay(&format!(r#"[["set","fillStyle",{gradient}],["scale",10,1],["fillRect",0,0,10,60]]"#));
    let ([left, ..], [_, _, right, _]) = (pixel(items.clone(), 5, 30), pixel(items, 95, 30));
    assert!(left > 230 && right > 230, "{left} {right}");
    let tile =
        r#"{"width":10,"height":10,"operations":[["set","fillStyle",[0,128,0,255]],["fillRect",0,0,5,10]]}"#;
    for (repetition, far) in [("repeat", 255), ("repeat-x", 0), ("no-repeat", 0)] {
        let items = replay(&format!(
            r#"[["set","fillStyle",{{"pattern":{{"canvas":{tile},"repetition":"{repetition}"}}}}],["fillRect",0,0,100,60]]"#
        ));
        let alpha = |x, y| pixel(items.clone(), x, y)[3];
        assert_eq!([alpha(2, 2), alpha(7, 2), alpha(2, 42)], [255, 0, far], "{repetition}");
        assert_eq!(alpha(42, 2), if repetition == "no-repeat" { 0 } else { 255 }, "{repetition}");
    }
}

#[test]
#[cfg(feature = "png")]
fn a_radial_gradient_begins_at_the_edge_of_its_first_circle() {
    for circles in ["50,30,10,50,30,28", "50,30,28,50,30,10"] {
        let stops = if circles.starts_with("50,30,10") { ["0", "1"] } else { ["1", "0"] };
        let items = replay(&format!(
            r#"[["set","fillStyle",{{"radial":[{circles}],"stops":[[{},[255,0,0,255]],[{},[0,0,255,255]]]}}],
                ["fillRect",0,0,100,60]]"#,
            stops[0], stops[1]
        ));
        assert_eq!(pixel(items.clone(), 58, 30), [255, 0, 0, 255], "{circles}");
        assert_eq!(pixel(items.clone(), 80, 30), [0, 0, 255, 255], "{circles}");
        let [red, _, blue, _] = pixel(items, 69, 30);
        assert!(red.abs_diff(blue) < 30, "{circles}: {red} {blue}");
    }
}

#[test]
#[cfg(feature = "png")]
fn a_conic_gradient_turns_clockwise_from_its_start() {
    let items = replay(
        r#"[["set","fillStyle",{"conic":[0,50,30],"stops":[[0,[255,0,0,255]],[0.5,[0,255,0,255]],[1,[0,0,255,255]]]}],
            ["fillRect",0,0,100,60]]"#,
    );
    let ([red, ..], [_, green, ..], [_, _, blue, _]) =
        (pixel(items.clone(), 90, 31), pixel(items.clone(), 10, 30), pixel(items, 90, 28));
    assert!(red > 240 && green > 240 && blue > 240, "{red} {green} {blue}");
}

#[test]
#[cfg(feature = "png")]
fn a_part_of_another_canvas_is_drawn_into_a_rectangle() {
    let canvas = r#"{"width":20,"height":10,"operations":[["set","fillStyle",[255,0,0,255]],["fillRect",0,0,10,10],
        ["set","fillStyle",[0,0,255,255]],["fillRect",10,0,10,10]]}"#;
    let items =
        replay(&format!(r#"[["set","globalAlpha",0.5],["drawImage",{canvas},10,0,10,10,40,20,40,30]]"#));
    assert_eq!(pixel(items.clone(), 60, 40), [0, 0, 255, 128]);
    let twice = r#"{"width":9,"height":9,"operations":[["fillRect",0,0,9,9],["fillRect",0,0,9,9]]}"#;
    let overlapping =
        replay(&format!(r#"[["set","globalAlpha",0.5],["drawImage",{twice},0,0,9,9,0,0,9,9]]"#));
    assert_eq!(pixel(overlapping, 4, 4), [0, 0, 0, 128]);
    assert_eq!([pixel(items.clone(), 35, 30)[3], pixel(items, 85, 30)[3]], [0, 0]);
}

#[test]
fn text_is_placed_by_alignment_and_baseline() {
    let text = |properties: &str| {
        let items = replay(&format!(r#"[["set","font","20px serif"],{properties}["fillText","Hg",50,30]]"#));
        let [Item::Text(text)] = items.as_slice() else { panic!("{items:?}") };
        (text.origin.x, text.origin.y, text.line.width)
    };
    let (x, y, width) = text("");
    assert_eq!((x, y), (50.0, 30.0));
    assert_eq!(text(r#"["set","textAlign","center"],"#).0, 50.0 - width / 2.0);
    assert_eq!(text(r#"["set","direction","rtl"],"#).0, 50.0 - width);
    assert!((text(r#"["set","textBaseline","middle"],"#).1 - 36.013).abs() < 1e-6);
}

#[test]
fn a_long_text_is_compressed_and_an_outline_is_stroked() {
    let narrow = document(replay(r#"[["set","font","20px serif"],["fillText","mmmmmm",10,30,40]]"#));
    assert!(narrow.contains("matrix(0."), "{narrow}");
    let outline = document(replay(r#"[["set","font","20px serif"],["strokeText","m",10,30]]"#));
    assert!(outline.contains("fill-opacity=\"0\"") && outline.contains("stroke-width=\"1\""), "{outline}");
    assert_eq!(replay(r#"[["fillText","m",1,1,0]]"#), Vec::new());
}

#[test]
fn measures_are_those_of_the_letters_that_are_drawn() {
    let fonts = Fonts::embedded();
    let style = parse_font("100px Arial").unwrap();
    let measure = |align, baseline, name: &str| {
        let place = TextPlace::from_properties(align, baseline, "ltr");
        measure_text("H", style, place, &fonts)[name].as_f64().unwrap()
    };
    let cap_height = measure("left", "alphabetic", "actualBoundingBoxAscent");
    assert!((cap_height - style.cap_height()).abs() < 1.0, "{cap_height}");
    assert!(measure("left", "alphabetic", "actualBoundingBoxDescent").abs() < 1.0);
    let width = measure("left", "alphabetic", "width");
    let centered =
        ["actualBoundingBoxLeft", "actualBoundingBoxRight"].map(|name| measure("center", "alphabetic", name));
    assert!(centered.iter().all(|side| *side > 0.3 * width && *side < 0.5 * width), "{centered:?}");
    let middle = measure("left", "middle", "actualBoundingBoxAscent");
    assert!((cap_height - middle - 30.065).abs() < 1e-6, "{middle}");
}

#[test]
fn operations_without_effect_are_reported_once() {
    let (items, warnings) = replay_on(
        r#"[["unsupported","filter"],["unsupported","filter"],["set","globalCompositeOperation","xor"],
            ["set","shadowColor",[0,0,0,255]],["set","shadowBlur",5],["fillRect",0,0,9,9]]"#,
        Vec::new(),
    );
    assert_eq!(items.len(), 1);
    assert_eq!(
        warnings,
        [
            "canvas: filter has no effect",
            "canvas: globalCompositeOperation = 'xor' has no effect",
            "canvas: shadowColor has no effect"
        ]
    );
}

#[test]
fn a_map_to_a_line_draws_no_lines_and_no_gradients() {
    let items = replay(
        r#"[["set","strokeStyle",{"linear":[0,0,1,0],"stops":[[0,[1,2,3,255]]]}],["scale",0,1],["strokeRect",1,1,5,5],
            ["fillText","a",1,1]]"#,
    );
    assert_eq!(items, Vec::new());
}

#[test]
fn colours_that_are_none_are_refused() {
    assert_eq!(parse_color(" RED ").map(Paint::from), Some(crate::color::Color::from_hex(0xff_00_00).into()));
    assert_eq!(parse_color("no colour"), None);
}

#[test]
fn a_text_that_is_no_recording_is_refused() {
    for json in ["{}", r#"[["fly"]]"#, r#"[["moveTo",1]]"#, r#"[["set","wings",2]]"#] {
        assert!(matches!(parse_operations(json), Err(CanvasError::Malformed(_))), "{json}");
    }
}

fn replay_error(operations: &[Operation]) -> Option<CanvasError> {
    Player::new(SIZE, &Fonts::embedded()).replay(operations).err()
}

#[test]
fn operations_are_limited_together_with_those_of_other_canvases() {
    assert_eq!(replay_error(&vec![Operation::BeginPath; MAX_CANVAS_OPERATIONS]), None);
    let too_many = Some(CanvasError::TooManyOperations);
    assert_eq!(replay_error(&vec![Operation::BeginPath; MAX_CANVAS_OPERATIONS + 1]), too_many);
    let points = vec![r#"["lineTo",1,1]"#; MAX_CANVAS_OPERATIONS / 4].join(",");
    let stroke = format!(r#"["stroke",[{points}]]"#);
    let canvas =
        format!(r#"["drawImage",{{"width":9,"height":9,"operations":[{stroke},{stroke}]}},0,0,9,9,0,0,9,9]"#);
    assert_eq!(replay_error(&parse_operations(&format!("[{canvas}]")).unwrap()), None);
    let twice = replay_error(&parse_operations(&format!("[{canvas},{canvas}]")).unwrap());
    assert_eq!(twice, too_many);
    assert_eq!(
        twice.unwrap().to_string(),
        "found more operations of a canvas, expected at most 100000 (MAX_CANVAS_OPERATIONS)"
    );
}

#[test]
fn saved_states_are_limited() {
    assert_eq!(replay_error(&vec![Operation::Save; MAX_CANVAS_SAVES]), None);
    assert_eq!(replay_error(&vec![Operation::Save; MAX_CANVAS_SAVES + 1]), Some(CanvasError::TooManySaves));
}

#[test]
fn canvases_inside_each_other_are_limited() {
    let nested = |depth: usize| {
        let inner = r#"["beginPath"]"#.to_owned();
        let json = (0..depth).fold(inner, |inner, _| {
            format!(r#"["drawImage",{{"width":9,"height":9,"operations":[{inner}]}},0,0,9,9,0,0,9,9]"#)
        });
        replay_error(&parse_operations(&format!("[{json}]")).unwrap())
    };
    assert_eq!(nested(MAX_CANVAS_DEPTH), None);
    assert_eq!(nested(MAX_CANVAS_DEPTH + 1), Some(CanvasError::TooManyCanvases));
}

#[test]
fn the_gradient_that_a_function_returns_becomes_a_paint() {
    let json = r#"{"radial":[1,2,3,4,5,6],"stops":[[0,[255,0,0,255]],[1,[0,0,255,51]]]}"#;
    let recorded: RecordedPaint = serde_json::from_str(json).unwrap();
    let fonts = Fonts::embedded();
    let Paint::Gradient(gradient) = Player::new(SIZE, &fonts).resolve_paint(&recorded).unwrap() else {
        panic!("{recorded:?}")
    };
    assert_eq!(gradient.stops[1].color.alpha, 51);
}

/// The recordings of `tests/script`, and the SVG that each becomes. `UPDATE=1` writes the SVG.
#[test]
fn the_drawings_of_scripts_become_these_pictures() {
    let size = Size { width: 200.0, height: 120.0 };
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/canvas");
    let mut names: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    names.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    names.sort();
    assert!(names.len() >= 12);
    for path in names {
        let fonts = Fonts::embedded();
        let mut player = Player::new(size, &fonts);
        player.replay(&parse_operations(&std::fs::read_to_string(&path).unwrap()).unwrap()).unwrap();
        let (items, warnings) = player.finish();
        assert_eq!(warnings, Vec::<String>::new(), "{path:?}");
        let scene = Scene { size, title: String::new(), description: String::new(), lang: "en", items };
        let actual = write_document(&scene, &fonts, TextMode::Live, None);
        let expected_path = path.with_extension("svg");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&expected_path, &actual).unwrap();
        }
        assert_eq!(actual, std::fs::read_to_string(&expected_path).unwrap(), "{path:?}");
    }
}
