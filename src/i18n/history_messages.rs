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
    done_at_status_change: "Done as of the last status change: {n}",
    done_at_resolution: "Done as of the resolution: {n}",
    done_at_last_change: "Done as of the last change: {n}",
    done_at_unknown_time: "Done at an unknown time: {n}",
    history_disagrees: "Histories that don’t lead to today’s state: {n}",
    figures_disagree: "Days that disagree with the tracker’s figures: {n}",
};

const FR: HistoryMessages = HistoryMessages {
    done_at_status_change: "Terminés selon le dernier changement d’état\u{a0}: {n}",
    done_at_resolution: "Terminés selon la date de résolution\u{a0}: {n}",
    done_at_last_change: "Terminés selon la dernière modification\u{a0}: {n}",
    done_at_unknown_time: "Terminés à une date inconnue\u{a0}: {n}",
    history_disagrees: "Historiques qui ne mènent pas à l’état du jour\u{a0}: {n}",
    figures_disagree: "Jours en contradiction avec les chiffres de l’outil\u{a0}: {n}",
};

const DE: HistoryMessages = HistoryMessages {
    done_at_status_change: "Erledigt laut letztem Statuswechsel: {n}",
    done_at_resolution: "Erledigt laut Lösungsdatum: {n}",
    done_at_last_change: "Erledigt laut letzter Änderung: {n}",
    done_at_unknown_time: "Erledigt zu unbekannter Zeit: {n}",
    history_disagrees: "Verläufe, die nicht zum heutigen Stand führen: {n}",
    figures_disagree: "Tage, die den Zahlen des Trackers widersprechen: {n}",
};

const ES: HistoryMessages = HistoryMessages {
    done_at_status_change: "Terminados según el último cambio de estado: {n}",
    done_at_resolution: "Terminados según la fecha de resolución: {n}",
    done_at_last_change: "Terminados según el último cambio: {n}",
    done_at_unknown_time: "Terminados en fecha desconocida: {n}",
    history_disagrees: "Historiales que no llevan al estado de hoy: {n}",
    figures_disagree: "Días que contradicen las cifras de la herramienta: {n}",
};

const PT: HistoryMessages = HistoryMessages {
    done_at_status_change: "Concluídos segundo a última mudança de estado: {n}",
    done_at_resolution: "Concluídos segundo a data de resolução: {n}",
    done_at_last_change: "Concluídos segundo a última alteração: {n}",
    done_at_unknown_time: "Concluídos em data desconhecida: {n}",
    history_disagrees: "Históricos que não levam ao estado de hoje: {n}",
    figures_disagree: "Dias que contradizem os números da ferramenta: {n}",
};

const IT: HistoryMessages = HistoryMessages {
    done_at_status_change: "Completati secondo l’ultimo cambio di stato: {n}",
    done_at_resolution: "Completati secondo la data di risoluzione: {n}",
    done_at_last_change: "Completati secondo l’ultima modifica: {n}",
    done_at_unknown_time: "Completati in data ignota: {n}",
    history_disagrees: "Cronologie che non portano allo stato di oggi: {n}",
    figures_disagree: "Giorni che contraddicono le cifre dello strumento: {n}",
};

const NL: HistoryMessages = HistoryMessages {
    done_at_status_change: "Klaar volgens de laatste statuswijziging: {n}",
    done_at_resolution: "Klaar volgens de oplosdatum: {n}",
    done_at_last_change: "Klaar volgens de laatste wijziging: {n}",
    done_at_unknown_time: "Klaar op een onbekend moment: {n}",
    history_disagrees: "Histories die niet tot de stand van vandaag leiden: {n}",
    figures_disagree: "Dagen die de cijfers van de tracker tegenspreken: {n}",
};

const PL: HistoryMessages = HistoryMessages {
    done_at_status_change: "Zakończone według ostatniej zmiany stanu: {n}",
    done_at_resolution: "Zakończone według daty rozwiązania: {n}",
    done_at_last_change: "Zakończone według ostatniej zmiany: {n}",
    done_at_unknown_time: "Zakończone w nieznanym czasie: {n}",
    history_disagrees: "Historie, które nie prowadzą do dzisiejszego stanu: {n}",
    figures_disagree: "Dni sprzeczne z liczbami narzędzia: {n}",
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
