//! Messages about the limits of items' histories, in all languages. Only trackers have such histories, so that a build without
//! them needs no room for the messages.

use super::lang::Lang;

/// The messages in one language. `{n}` is the number of items or days.
#[derive(Clone, Copy, Debug)]
pub struct HistoryMessages {
    /// Items that count as done since the last change of their state.
    pub done_at_status_change: &'static str,
    /// Items that count as done since their resolution.
    pub done_at_resolution: &'static str,
    /// Items that count as done since their last change of any kind.
    pub done_at_last_change: &'static str,
    /// Items of which no time of completion is known.
    pub done_at_unknown_time: &'static str,
    /// Items whose history leads to another state than today's.
    pub history_disagrees: &'static str,
    /// Days on which the items and the tracker's own figures disagree.
    pub figures_disagree: &'static str,
}

impl Lang {
    /// Returns the messages about histories in this language.
    pub const fn history_messages(self) -> &'static HistoryMessages {
        match self {
            Self::En => &EN,
            Self::Fr => &FR,
            Self::De => &DE,
            Self::Es => &ES,
            Self::Pt => &PT,
            Self::It => &IT,
            Self::Nl => &NL,
            Self::Pl => &PL,
        }
    }
}

const EN: HistoryMessages = HistoryMessages {
    done_at_status_change: "Items that count as done since their last change of status: {n}",
    done_at_resolution: "Items that count as done since their resolution: {n}",
    done_at_last_change: "Items that count as done since their last change, whatever it was: {n}",
    done_at_unknown_time: "Items done at an unknown time, drawn at the end: {n}",
    history_disagrees: "Items whose history does not lead to today’s state: {n}",
    figures_disagree: "Days on which the items and the tracker’s own figures disagree: {n}",
};

const FR: HistoryMessages = HistoryMessages {
    done_at_status_change: "Éléments terminés selon leur dernier changement d’état\u{a0}: {n}",
    done_at_resolution: "Éléments terminés selon leur date de résolution\u{a0}: {n}",
    done_at_last_change: "Éléments terminés selon leur dernière modification, quelle qu’elle soit\u{a0}: {n}",
    done_at_unknown_time: "Éléments terminés à une date inconnue, placés à la fin\u{a0}: {n}",
    history_disagrees: "Éléments dont l’historique ne mène pas à l’état du jour\u{a0}: {n}",
    figures_disagree: "Jours où les éléments et les chiffres de l’outil se contredisent\u{a0}: {n}",
};

const DE: HistoryMessages = HistoryMessages {
    done_at_status_change: "Einträge, die seit ihrem letzten Statuswechsel als erledigt gelten: {n}",
    done_at_resolution: "Einträge, die seit ihrem Lösungsdatum als erledigt gelten: {n}",
    done_at_last_change: "Einträge, die seit ihrer letzten Änderung, welche es auch war, als erledigt gelten: {n}",
    done_at_unknown_time: "Einträge, zu unbekannter Zeit erledigt und ans Ende gesetzt: {n}",
    history_disagrees: "Einträge, deren Verlauf nicht zum heutigen Stand führt: {n}",
    figures_disagree: "Tage, an denen die Einträge den Zahlen des Trackers widersprechen: {n}",
};

const ES: HistoryMessages = HistoryMessages {
    done_at_status_change: "Elementos terminados según su último cambio de estado: {n}",
    done_at_resolution: "Elementos terminados según su fecha de resolución: {n}",
    done_at_last_change: "Elementos terminados según su último cambio, fuera cual fuera: {n}",
    done_at_unknown_time: "Elementos terminados en fecha desconocida, puestos al final: {n}",
    history_disagrees: "Elementos cuyo historial no lleva al estado de hoy: {n}",
    figures_disagree: "Días en que los elementos y las cifras de la herramienta se contradicen: {n}",
};

const PT: HistoryMessages = HistoryMessages {
    done_at_status_change: "Itens concluídos segundo a última mudança de estado: {n}",
    done_at_resolution: "Itens concluídos segundo a data de resolução: {n}",
    done_at_last_change: "Itens concluídos segundo a última alteração, qualquer que seja: {n}",
    done_at_unknown_time: "Itens concluídos em data desconhecida, postos no fim: {n}",
    history_disagrees: "Itens cujo histórico não leva ao estado de hoje: {n}",
    figures_disagree: "Dias em que os itens e os números da ferramenta se contradizem: {n}",
};

const IT: HistoryMessages = HistoryMessages {
    done_at_status_change: "Elementi completati secondo l’ultimo cambio di stato: {n}",
    done_at_resolution: "Elementi completati secondo la data di risoluzione: {n}",
    done_at_last_change: "Elementi completati secondo l’ultima modifica, qualunque fosse: {n}",
    done_at_unknown_time: "Elementi completati in data ignota, posti alla fine: {n}",
    history_disagrees: "Elementi la cui cronologia non porta allo stato di oggi: {n}",
    figures_disagree: "Giorni in cui gli elementi e le cifre dello strumento si contraddicono: {n}",
};

const NL: HistoryMessages = HistoryMessages {
    done_at_status_change: "Items klaar volgens hun laatste statuswijziging: {n}",
    done_at_resolution: "Items klaar volgens hun oplosdatum: {n}",
    done_at_last_change: "Items klaar volgens hun laatste wijziging, welke dan ook: {n}",
    done_at_unknown_time: "Items klaar op een onbekend moment, aan het einde gezet: {n}",
    history_disagrees: "Items waarvan de historie niet tot de stand van vandaag leidt: {n}",
    figures_disagree: "Dagen waarop items en cijfers van de tracker elkaar tegenspreken: {n}",
};

const PL: HistoryMessages = HistoryMessages {
    done_at_status_change: "Zadania zakończone według ostatniej zmiany stanu: {n}",
    done_at_resolution: "Zadania zakończone według daty rozwiązania: {n}",
    done_at_last_change: "Zadania zakończone według ostatniej zmiany, jakiejkolwiek: {n}",
    done_at_unknown_time: "Zadania zakończone w nieznanym czasie, umieszczone na końcu: {n}",
    history_disagrees: "Zadania, których historia nie prowadzi do dzisiejszego stanu: {n}",
    figures_disagree: "Dni, w których zadania i liczby narzędzia są sprzeczne: {n}",
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_message_has_its_number_and_differs_from_the_others() {
        for lang in [Lang::En, Lang::Fr, Lang::De, Lang::Es, Lang::Pt, Lang::It, Lang::Nl, Lang::Pl] {
            let messages = lang.history_messages();
            let texts = [
                messages.done_at_status_change,
                messages.done_at_resolution,
                messages.done_at_last_change,
                messages.done_at_unknown_time,
                messages.history_disagrees,
                messages.figures_disagree,
            ];
            for (index, text) in texts.iter().enumerate() {
                assert_eq!(text.matches("{n}").count(), 1, "{text}");
                assert!(!texts.iter().skip(index + 1).any(|other| other == text), "{text}");
            }
        }
    }
}
