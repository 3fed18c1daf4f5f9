//! The alt text: the same facts as the picture, for those who don't see it.

use crate::limits::MAX_ALT_CHARS;
use crate::sprint::Amount;
use crate::words::fill;

use super::{Context, Phase, headline, outlook};

/// Characters of everything but the name, which has room beside them.
const MOST_FACTS_CHARS: usize = MAX_ALT_CHARS - 120;

/// The accessible name.
pub(super) fn title(context: &Context) -> String {
    fill(context.words.text.alt_title, &[("sprint", &context.sprint.name)])
}

/// At most [`MAX_ALT_CHARS`] characters; a long sprint name gives way first.
pub(super) fn text(context: &Context) -> String {
    let sentences = facts(context);
    composed(title(context), sentences)
}

/// A title and the sentences after it.
pub(crate) fn composed(title: String, sentences: Vec<String>) -> String {
    let facts = ended(sentences);
    let room = MAX_ALT_CHARS.saturating_sub(facts.chars().count() + 3);
    let title = if title.chars().count() > room {
        let kept: String = title.chars().take(room.saturating_sub(1)).collect();
        format!("{}…", kept.trim_end())
    } else {
        title
    };
    format!("{title}. {facts}")
}

pub(crate) fn facts(context: &Context) -> Vec<String> {
    let Context { sprint, words, facts, ledger, .. } = context;
    let amount = |a| context.amount(a);
    let mut sentences = Vec::new();
    if let Some((first, last)) =
        ledger.days.first().zip(ledger.days.iter().rfind(|d| d.day.from < sprint.end))
    {
        let (from, to) = (words.date(first.day.date), words.date(last.day.date));
        sentences.push(fill(words.text.alt_range, &[("from", &from), ("to", &to)]));
    }
    sentences.push(fill(words.text.alt_committed, &[("committed", &amount(facts.committed))]));
    if facts.phase == Phase::Ahead {
        return sentences;
    }
    sentences.push(fill(
        words.text.alt_state,
        &[
            ("moment", &context.moment(facts.known_at)),
            ("remaining", &amount(facts.remaining)),
            ("scope", &amount(facts.scope)),
        ],
    ));
    let flow = facts.flow;
    sentences.push(fill(
        words.text.alt_flow,
        &[
            ("completed", &words.number(flow.completed)),
            ("added", &words.number(flow.added)),
            ("removed", &words.number(flow.removed)),
            ("reestimated", &words.signed(flow.reestimated)),
            ("reopened", &words.number(flow.reopened)),
        ],
    ));
    let verdict = headline::headline(context);
    let ideal = facts.ideal.map(Amount::nearest).filter(|_| facts.phase == Phase::Running);
    sentences.extend(match (ideal, verdict) {
        (Some(ideal), Some(verdict)) => {
            Some(fill(words.text.alt_plan, &[("ideal", &amount(ideal)), ("verdict", &verdict)]))
        }
        (_, verdict) => verdict,
    });
    sentences.extend(headline::unestimated(context));
    sentences.extend(super::guides::caveats(context));
    let more = [outlook::dates(context), outlook::note(context), outlook::changed(context)];
    as_far_as_there_is_room(&mut sentences, more.into_iter().flatten());
    sentences
}

/// Adds what may be long.
pub(crate) fn as_far_as_there_is_room(sentences: &mut Vec<String>, more: impl Iterator<Item = String>) {
    let length = |sentence: &String| sentence.chars().count() + 2;
    for more in more {
        let taken: usize = sentences.iter().map(length).sum();
        if taken + length(&more) <= MOST_FACTS_CHARS {
            sentences.push(more);
        }
    }
}

fn ended(sentences: Vec<String>) -> String {
    sentences.into_iter().map(|s| s + ".").collect::<Vec<_>>().join(" ")
}
