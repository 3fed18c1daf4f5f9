//! The computation is compared with random draws from the same model.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests stop where they fail")]

use jiff::Span;
use jiff::civil::{Date, Weekday};
use oorandom::Rand32;

use super::pace::Pace;
use super::past_days::PastDays;
use super::progress::Progress;
use super::weekday_rhythm::WeekdayRhythm;
use crate::sprint::{Amount, Calendar, Throughput};

/// Runs of a comparison: their standard error is at most 0.4 %.
const RUNS: u32 = 20_000;

fn past_days(points: &[i32]) -> PastDays {
    let monday = Date::constant(2023, 11, 6);
    let day = |(index, points): (usize, &i32)| Throughput {
        date: monday + Span::new().days((index + 2 * (index / 5)) as i64),
        done: Amount::from_units(*points),
        growth: Amount::ZERO,
    };
    PastDays::from_throughput(&points.iter().enumerate().map(day).collect::<Vec<_>>(), false)
}

/// Draws an index with a probability that is its weight; none with the rest of the probability.
fn draw_index(random: &mut Rand32, mut weights: impl Iterator<Item = f64>) -> Option<usize> {
    let mut left = f64::from(random.rand_float());
    weights.position(|weight| {
        left -= weight;
        left < 0.0
    })
}

/// Returns the shares of random runs in which nothing remains after 1, 2, … working days from a Monday on.
fn simulate(past: &PastDays, rhythm: &WeekdayRhythm, pace: &Pace, remaining: f64, days: usize) -> Vec<f64> {
    let mut random = Rand32::new(1);
    let weekdays: Vec<Weekday> = Weekday::Monday.cycle_forward().take(5).collect();
    let weights: Vec<Vec<f64>> = weekdays.iter().map(|weekday| rhythm.weights_for(*weekday, past)).collect();
    let means: Vec<f64> = weights
        .iter()
        .map(|weights| past.days.iter().zip(weights).map(|(day, weight)| weight * day.amount as f64).sum())
        .collect();
    let mut complete = vec![0; days];
    for _ in 0..RUNS {
        let factor = draw_index(&mut random, pace.factors.iter().map(|factor| factor.probability));
        let factor = pace.factors[factor.unwrap_or(0)].factor;
        let (mut done, mut next) = (0.0, None);
        for day in 0..days {
            if day % past.block_length() == 0 {
                let is_assumed = f64::from(random.rand_float()) < pace.prior_probability;
                let begin = draw_index(&mut random, weights[day % 5].iter().copied()).unwrap_or(0);
                next = (!is_assumed).then_some(begin);
            }
            done += match next {
                Some(index) => {
                    let wrap =
                        past.days.iter().position(|past| past.weekday == weekdays[day % 5]).unwrap_or(0);
                    let index = if index < past.days.len() { index } else { wrap };
                    next = Some(index + 1);
                    past.days[index].amount as f64
                }
                None => {
                    let uniform = 1.0 - f64::from(random.rand_float());
                    -libm::log(uniform) * means[day % 5] * pace.prior_share
                }
            };
            complete[day] += u32::from(done * factor >= remaining);
        }
    }
    complete.iter().map(|complete| f64::from(*complete) / f64::from(RUNS)).collect()
}

#[test]
fn probabilities_are_those_of_random_draws() {
    let bulk =
        [0, 9, 0, 0, 12, 0, 0, 7, 0, 11, 0, 0, 0, 16, 1, 0, 8, 0, 0, 13, 0, 10, 0, 0, 12, 0, 0, 0, 9, 0];
    let histories: [(&[i32], i32); 4] =
        [(&[3, 0, 5], 21), (&[1, 0, 0, 2, 18, 0, 1, 0], 30), (&bulk, 40), (&[2; 30], 13)];
    for (points, remaining) in histories {
        let past = past_days(points);
        let rhythm = WeekdayRhythm::from_past(&past, &Calendar::default());
        let pace = Pace::from_past(&past, &rhythm).unwrap();
        let remaining = Amount::from_units(remaining).millionths();
        let simulated = simulate(&past, &rhythm, &pace, remaining as f64, 25);
        let mut progress = Progress::new(&past, &rhythm, &pace, remaining);
        for (weekday, simulated) in Weekday::Monday.cycle_forward().filter(is_working).zip(simulated) {
            progress.add(weekday, 1.0);
            let computed = progress.completion_probability();
            // The grid makes steps of the exponential distribution.
            assert!((computed - simulated).abs() < 0.02, "{points:?}: {computed} {simulated}");
            assert!((progress.total_probability() - 1.0).abs() < 1e-9);
        }
    }
}

fn is_working(weekday: &Weekday) -> bool {
    !matches!(weekday, Weekday::Saturday | Weekday::Sunday)
}

#[test]
fn weights_and_probabilities_of_models_add_up_to_one() {
    for points in [&[3, 0, 5][..], &[1, 0, 0, 2, 18, 0, 1, 0], &[2; 30], &[0, 0, 0, 0, 20, 0, 0, 0, 0, 21]] {
        let past = past_days(points);
        let rhythm = WeekdayRhythm::from_past(&past, &Calendar::default());
        for weekday in Weekday::Monday.cycle_forward().take(7) {
            let weights: f64 = rhythm.weights_for(weekday, &past).iter().sum();
            assert!((weights - 1.0).abs() < 1e-9, "{weekday:?}: {weights}");
        }
        let pace = Pace::from_past(&past, &rhythm).unwrap();
        let total: f64 = pace.factors.iter().map(|factor| factor.probability).sum();
        assert!((total - 1.0).abs() < 1e-12 && pace.factors.is_sorted_by(|a, b| a.factor < b.factor));
    }
}

/// Two weeks with one good Friday each are a rhythm, two weeks of like days are none.
#[test]
fn a_rhythm_needs_days_that_differ() {
    let probability = |points: &[i32]| {
        WeekdayRhythm::from_past(&past_days(points), &Calendar::default()).rhythm_probability()
    };
    assert!(probability(&[0, 1, 0, 0, 20, 1, 0, 0, 1, 22]) > 0.95);
    assert!(probability(&[4, 6, 5, 3, 5, 6, 4, 5, 4, 6]) < 0.5);
}
