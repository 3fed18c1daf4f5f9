//! Polish. Amounts are in the nominative everywhere, often after a colon, since they have only one form.

use super::messages::{Messages, PluralMessage};

pub(super) const MESSAGES: Messages = Messages {
    behind_plan: "{amount} opóźnienia względem planu",
    ahead_of_plan: "{amount} wyprzedzenia względem planu",
    on_plan: "Zgodnie z planem",
    all_done: "Wszystko ukończone: {amount}",
    left_at_end: "{amount} do zrobienia na koniec",
    left: "{amount} do zrobienia",
    scope_change: "zakres {from} → {to}",
    completed_so_far: "Ukończono: {amount}",
    goal: "Cel: {goal}",
    as_of: "stan na {moment}",
    starts_on: "początek {moment}",
    closed_on: "zamknięto {moment}",
    remaining: "Pozostało",
    ideal: "Linia idealna",
    scope: "Zakres",
    completed: "Ukończono",
    worked_on: "W toku",
    added: "Dodano",
    removed: "Usunięto",
    reestimated: "Przeszacowano",
    reopened: "Otwarto ponownie",
    day_off: "Dzień wolny",
    remaining_n: "pozostało {n}",
    scope_n: "zakres {n}",
    ideal_label: "idealnie",
    today: "dziś",
    planned_end: "planowany koniec",
    closed: "zamknięcie",
    per_day: "Zmiana dzienna",
    axis_points: "punkty",
    axis_hours: "godziny",
    axis_items: "zadania",
    date_range: "{from} – {to}",
    day_range: "{from}–{to}",
    net_only: "Znana jest tylko pozostała praca: pracy dodanej i ukończonej tego samego dnia nie widać osobno",
    #[cfg(feature = "trackers")]
    running_totals: "Ukończona praca odczytana jako suma narastająca",
    #[cfg(feature = "trackers")]
    daily_totals: "Znana jest jedna liczba na dzień: dodanego i usuniętego tego samego dnia nie widać osobno",
    #[cfg(feature = "trackers")]
    no_history: "Brak historii: znany jest tylko stan dzisiejszy",
    #[cfg(feature = "trackers")]
    joined_when_created: "Zadania liczą się jako dodane od utworzenia",
    #[cfg(feature = "trackers")]
    estimates_of_today: "Estymacje dzisiejsze",
    #[cfg(feature = "trackers")]
    states_guessed: "Znaczenie niektórych stanów odgadnięto z nazw",
    #[cfg(feature = "trackers")]
    observances_worked: "Dni obchodów są robocze: {names}",
    #[cfg(feature = "trackers")]
    items_counted: "Brak estymacji: liczone są zadania",
    zone_assumed: "Dni w UTC: dane nie podają strefy czasowej",
    zone_uncertain: "Strefa czasowa niepewna: dni mogą być przesunięte o godziny",
    alt_title: "Burndown: {sprint}",
    alt_range: "Sprint od {from} do {to}",
    alt_state: "{moment}: pozostało: {remaining}, zakres: {scope}",
    alt_plan: "Według planu powinno pozostać: {ideal} – {verdict}",
    alt_flow: "Od początku ukończono: {completed}, dodano: {added}, usunięto: {removed}, \
               przeszacowano: {reestimated}, otwarto ponownie: {reopened}",
    alt_committed: "Zaplanowano na początku: {committed}",
    forecast_by: "{percent}%: gotowe do {date}",
    forecast_average: "w tym tempie gotowe do {date}",
    forecast_beyond: "{percent}%: niegotowe w ciągu {days} dni roboczych",
    average_beyond: "w tym tempie niegotowe w ciągu {days} dni roboczych",
    chance: "{percent}% szans do planowanego końca",
    no_forecast_in_gap: "Brak prognozy: brakuje danych z ostatnich dni",
    scope_still: "przy dzisiejszym zakresie",
    scope_growing: "przy zakresie zmieniającym się jak dotąd",
    forecast: "Prognoza 50–95%",
    forecast_rate: "Prognoza w tym tempie",
    forecast_label: "{percent}% w {date}",
    replanned: "Idealnie, po zmianie planu",
    done: "Zrobione",
    to_do: "Do zrobienia",
    in_progress: "W toku",
    done_n: "{n} zrobione",
    to_do_n: "{n} do zrobienia",
    in_progress_n: "{n} w toku",
    done_of_scope: "{done} z {scope} zrobione",
    committed: "Zaplanowane",
    commitment_start: "Zaplanowane: w sprincie na starcie i niegotowe",
    commitment_end: "Zaplanowane: w sprincie na końcu, razem z dodanymi",
    velocity_row: "{sprint}: ukończone {completed}, zaplanowane {committed}",
    velocity_only: "{sprint}: ukończone {completed}",
    so_far: "{sprint} dotąd",
    per_sprint: "{unit} na sprint",
    release_pace: "na sprint {velocity} zrobione i {growth} zakresu",
    release_never: "zakres rośnie tak szybko, jak ubywa pracy",
    trend_done: "Trend wykonanej pracy",
    trend_scope: "Trend zakresu",
    since: "od {moment}",
    since_list: "Od {moment}: {changes}",
    since_nothing: "Bez zmian od {moment}",
    alt_title_burnup: "Wykres burnup: {sprint}",
    alt_title_flow: "Przepływ skumulowany: {sprint}",
    alt_title_velocity: "Prędkość do {sprint}",
    alt_title_release: "Burndown wydania {sprint}",
    points: PluralMessage { one: "punkt", few: "punkty", many: "punktów", other: "punktu" },
    hours: PluralMessage { one: "godzina", few: "godziny", many: "godzin", other: "godziny" },
    items: PluralMessage { one: "zadanie", few: "zadania", many: "zadań", other: "zadania" },
    unestimated: PluralMessage::invariant("{n} z {of} zadań bez estymacji"),
    working_days_left: PluralMessage {
        one: "pozostał {n} dzień roboczy",
        few: "pozostały {n} dni robocze",
        many: "pozostało {n} dni roboczych",
        other: "pozostało {n} dnia roboczego",
    },
    late: PluralMessage {
        one: "{n} dzień roboczy po planowanym końcu",
        few: "{n} dni robocze po planowanym końcu",
        many: "{n} dni roboczych po planowanym końcu",
        other: "{n} dnia roboczego po planowanym końcu",
    },
    completed_late: PluralMessage {
        one: "{n} dzień roboczy opóźnienia",
        few: "{n} dni robocze opóźnienia",
        many: "{n} dni roboczych opóźnienia",
        other: "{n} dnia roboczego opóźnienia",
    },
    completed_early: PluralMessage {
        one: "{n} dzień roboczy przed czasem",
        few: "{n} dni robocze przed czasem",
        many: "{n} dni roboczych przed czasem",
        other: "{n} dnia roboczego przed czasem",
    },
    gaps: PluralMessage {
        one: "{n} dzień bez danych",
        few: "{n} dni bez danych",
        many: "{n} dni bez danych",
        other: "{n} dnia bez danych",
    },
    #[cfg(feature = "trackers")]
    parallel_sprints: PluralMessage::invariant("Jeden z {n} aktywnych sprintów (--sprint)"),
    #[cfg(feature = "trackers")]
    estimate_fields: PluralMessage::invariant("Estymacje z {n} pól (--estimate-field)"),
    #[cfg(feature = "trackers")]
    epics_counted: PluralMessage {
        one: "{n} epik liczy się jako zadanie",
        few: "{n} epiki liczą się jako zadania",
        many: "{n} epików liczy się jako zadania",
        other: "{n} epika liczy się jako zadania",
    },
    #[cfg(feature = "trackers")]
    started_late: PluralMessage {
        one: "Rozpoczęty {n} dzień później: co doszło do tego czasu, jest zaplanowane (--planning-until)",
        few: "Rozpoczęty {n} dni później: co doszło do tego czasu, jest zaplanowane (--planning-until)",
        many: "Rozpoczęty {n} dni później: co doszło do tego czasu, jest zaplanowane (--planning-until)",
        other: "Rozpoczęty {n} dnia później: co doszło do tego czasu, jest zaplanowane (--planning-until)",
    },
    #[cfg(feature = "trackers")]
    history_cut: PluralMessage {
        one: "{n} zadanie z niepełną historią",
        few: "{n} zadania z niepełną historią",
        many: "{n} zadań z niepełną historią",
        other: "{n} zadania z niepełną historią",
    },
    #[cfg(feature = "trackers")]
    subtasks_left_out: PluralMessage {
        one: "{n} podzadanie pominięte",
        few: "{n} podzadania pominięte",
        many: "{n} podzadań pominiętych",
        other: "{n} podzadania pominięte",
    },
    #[cfg(feature = "trackers")]
    subtasks_counted: PluralMessage {
        one: "{n} podzadanie liczone",
        few: "{n} podzadania liczone",
        many: "{n} podzadań liczonych",
        other: "{n} podzadania liczone",
    },
    #[cfg(feature = "trackers")]
    done_at_status_change: PluralMessage::invariant("Zakończone według ostatniej zmiany stanu: {n}"),
    #[cfg(feature = "trackers")]
    done_at_resolution: PluralMessage::invariant("Zakończone według daty rozwiązania: {n}"),
    #[cfg(feature = "trackers")]
    done_at_last_change: PluralMessage::invariant("Zakończone według ostatniej zmiany: {n}"),
    #[cfg(feature = "trackers")]
    done_at_unknown_time: PluralMessage::invariant("Zakończone w nieznanym czasie: {n}"),
    #[cfg(feature = "trackers")]
    history_disagrees: PluralMessage::invariant("Historie, które nie prowadzą do dzisiejszego stanu: {n}"),
    #[cfg(feature = "trackers")]
    figures_disagree: PluralMessage::invariant("Dni sprzeczne z liczbami narzędzia: {n}"),
    #[cfg(feature = "trackers")]
    done_states_unseen: PluralMessage::invariant("Stany ukończenia (--done) bez żadnego zadania: {n}"),
    no_forecast: PluralMessage {
        one: "Jeszcze bez prognozy: potrzeba {n} pełnego dnia roboczego",
        few: "Jeszcze bez prognozy: potrzeba {n} pełnych dni roboczych",
        many: "Jeszcze bez prognozy: potrzeba {n} pełnych dni roboczych",
        other: "Jeszcze bez prognozy: potrzeba {n} pełnego dnia roboczego",
    },
    #[cfg(feature = "trackers")]
    history_perhaps_cut: PluralMessage {
        one: "{n} zadanie z historią być może niepełną",
        few: "{n} zadania z historią być może niepełną",
        many: "{n} zadań z historią być może niepełną",
        other: "{n} zadania z historią być może niepełną",
    },
    partial_of: PluralMessage::invariant("Część danych: {n} z {of} pozycji"),
    partial: PluralMessage {
        one: "Część danych: {n} pozycja, brakuje kolejnych",
        few: "Część danych: {n} pozycje, brakuje kolejnych",
        many: "Część danych: {n} pozycji, brakuje kolejnych",
        other: "Część danych: {n} pozycji, brakuje kolejnych",
    },
    #[cfg(feature = "trackers")]
    perhaps_partial: PluralMessage {
        one: "Dokładnie {n} pozycja, pełna strona: może być ich więcej",
        few: "Dokładnie {n} pozycje, pełna strona: może być ich więcej",
        many: "Dokładnie {n} pozycji, pełna strona: może być ich więcej",
        other: "Dokładnie {n} pozycji, pełna strona: może być ich więcej",
    },
    #[cfg(feature = "trackers")]
    fields_missing: PluralMessage {
        one: "Brakuje {n} pola odpowiedzi: liczby mogą być błędne",
        few: "Brakuje {n} pól odpowiedzi: liczby mogą być błędne",
        many: "Brakuje {n} pól odpowiedzi: liczby mogą być błędne",
        other: "Brakuje {n} pola odpowiedzi: liczby mogą być błędne",
    },
    forecast_note: PluralMessage {
        one: "Prognoza z {n} minionego dnia roboczego",
        few: "Prognoza z {n} minionych dni roboczych",
        many: "Prognoza z {n} minionych dni roboczych",
        other: "Prognoza z {n} minionego dnia roboczego",
    },
    usual: PluralMessage {
        one: "Zwykle: 10–90% z {n} poprzedniego sprintu",
        few: "Zwykle: 10–90% z {n} poprzednich sprintów",
        many: "Zwykle: 10–90% z {n} poprzednich sprintów",
        other: "Zwykle: 10–90% z {n} poprzedniego sprintu",
    },
    others: PluralMessage { one: "{n} inne", few: "{n} inne", many: "{n} innych", other: "{n} innych" },
    velocity_mean: PluralMessage {
        one: "{amount} w ostatnim sprincie ({n})",
        few: "{amount} na sprint, średnia z ostatnich {n}",
        many: "{amount} na sprint, średnia z ostatnich {n}",
        other: "{amount} na sprint, średnia z ostatnich {n}",
    },
    mean_of: PluralMessage {
        one: "Średnia z ostatniego ({n})",
        few: "Średnia z ostatnich {n}",
        many: "Średnia z ostatnich {n}",
        other: "Średnia z ostatnich {n}",
    },
    release_sprints: PluralMessage {
        one: "jeszcze {n} sprint w tym tempie",
        few: "jeszcze {n} sprinty w tym tempie",
        many: "jeszcze {n} sprintów w tym tempie",
        other: "jeszcze {n} sprintu w tym tempie",
    },
};
