//! Italian. No participle agrees with an amount, whose gender and number are unknown here.

use super::messages::{Messages, PluralMessage};

pub(super) const MESSAGES: Messages = Messages {
    behind_plan: "{amount} di ritardo sul piano",
    ahead_of_plan: "{amount} di anticipo sul piano",
    on_plan: "In linea con il piano",
    all_done: "Tutto completato: {amount}",
    left_at_end: "{amount} da completare alla fine",
    left: "{amount} da completare",
    scope_change: "ambito {from} → {to}",
    completed_so_far: "Completato: {amount}",
    goal: "Obiettivo: {goal}",
    as_of: "situazione al {moment}",
    starts_on: "inizio il {moment}",
    closed_on: "chiuso il {moment}",
    remaining: "Rimanente",
    ideal: "Ideale",
    scope: "Ambito",
    completed: "Completato",
    worked_on: "Avanzato",
    added: "Aggiunto",
    removed: "Rimosso",
    reestimated: "Ristimato",
    reopened: "Riaperto",
    day_off: "Giorno non lavorativo",
    remaining_n: "rimanente: {n}",
    scope_n: "ambito: {n}",
    ideal_label: "ideale",
    today: "oggi",
    planned_end: "fine prevista",
    closed: "chiusura",
    per_day: "Variazione al giorno",
    axis_points: "punti",
    axis_hours: "ore",
    axis_items: "elementi",
    date_range: "{from} – {to}",
    day_range: "{from}–{to}",
    net_only: "È noto solo il lavoro rimanente: ciò che è stato aggiunto e ciò che è stato completato \
               nello stesso giorno non si distinguono",
    #[cfg(feature = "trackers")]
    running_totals: "Il completato è letto come totale progressivo",
    #[cfg(feature = "trackers")]
    daily_totals: "È noto un valore al giorno: ciò che è aggiunto e tolto lo stesso giorno non si distingue",
    #[cfg(feature = "trackers")]
    no_history: "Senza cronologia: è noto solo lo stato di oggi",
    #[cfg(feature = "trackers")]
    joined_when_created: "Gli elementi contano come aggiunti dalla loro creazione",
    #[cfg(feature = "trackers")]
    estimates_of_today: "Stime di oggi",
    #[cfg(feature = "trackers")]
    states_guessed: "Il senso di alcuni stati è dedotto dal nome",
    #[cfg(feature = "trackers")]
    observances_worked: "Le ricorrenze sono giorni lavorativi: {names}",
    #[cfg(feature = "trackers")]
    items_counted: "Nessuna stima: si contano gli elementi",
    zone_assumed: "Giorni in UTC: i dati non indicano un fuso orario",
    zone_uncertain: "Fuso orario incerto: i giorni possono scostarsi di alcune ore",
    alt_title: "Burndown di {sprint}",
    alt_range: "Sprint dal {from} al {to}",
    alt_state: "{moment}: {remaining} da completare, su un ambito di {scope}",
    alt_plan: "Il piano prevede {ideal} da completare: {verdict}",
    alt_flow: "Dall’inizio, completato: {completed}, aggiunto: {added}, rimosso: {removed}, \
               ristimato: {reestimated}, riaperto: {reopened}",
    alt_committed: "Impegno all’inizio: {committed}",
    forecast_by: "{percent}%: finito entro {date}",
    forecast_average: "a questo ritmo finito entro {date}",
    forecast_beyond: "{percent}%: non finito in {days} giorni lavorativi",
    average_beyond: "a questo ritmo non finito in {days} giorni lavorativi",
    chance: "{percent}% di probabilità entro la fine prevista",
    no_forecast_in_gap: "Nessuna previsione: mancano i dati degli ultimi giorni",
    scope_still: "con l’ambito di oggi",
    scope_growing: "con l’ambito che cambia come finora",
    forecast: "Previsione 50–95%",
    forecast_rate: "Previsione a questo ritmo",
    forecast_label: "{percent}% il {date}",
    replanned: "Ideale, ripianificato",
    done: "Fatto",
    to_do: "Da fare",
    in_progress: "In corso",
    done_n: "{n} fatto",
    to_do_n: "{n} da fare",
    in_progress_n: "{n} in corso",
    done_of_scope: "{done} su {scope} fatto",
    committed: "Impegnato",
    commitment_start: "Impegnato: nello sprint all’inizio e non finito",
    commitment_end: "Impegnato: nello sprint alla fine, aggiunte comprese",
    velocity_row: "{sprint}: {completed} completato, {committed} impegnato",
    velocity_only: "{sprint}: {completed} completato",
    so_far: "{sprint} finora",
    per_sprint: "{unit} per sprint",
    release_pace: "per sprint {velocity} fatto e {growth} di ambito",
    release_never: "l’ambito cresce in fretta quanto il lavoro svolto",
    trend_done: "Tendenza del lavoro fatto",
    trend_scope: "Tendenza dell’ambito",
    since: "da {moment}",
    since_list: "Da {moment}: {changes}",
    since_nothing: "Nessun cambiamento da {moment}",
    alt_title_burnup: "Burnup di {sprint}",
    alt_title_flow: "Flusso cumulativo di {sprint}",
    alt_title_velocity: "Velocità fino a {sprint}",
    alt_title_release: "Burndown del rilascio {sprint}",
    points: PluralMessage::one_many_other("punto", "di punti", "punti"),
    hours: PluralMessage::one_many_other("ora", "di ore", "ore"),
    items: PluralMessage::one_many_other("elemento", "di elementi", "elementi"),
    unestimated: PluralMessage::one_other(
        "{n} elemento su {of} senza stima",
        "{n} elementi su {of} senza stima",
    ),
    working_days_left: PluralMessage::one_other(
        "{n} giorno lavorativo rimanente",
        "{n} giorni lavorativi rimanenti",
    ),
    late: PluralMessage::one_other(
        "{n} giorno lavorativo oltre la fine prevista",
        "{n} giorni lavorativi oltre la fine prevista",
    ),
    completed_late: PluralMessage::one_other(
        "{n} giorno lavorativo di ritardo",
        "{n} giorni lavorativi di ritardo",
    ),
    completed_early: PluralMessage::one_other(
        "{n} giorno lavorativo di anticipo",
        "{n} giorni lavorativi di anticipo",
    ),
    gaps: PluralMessage::one_other("{n} giorno senza dati", "{n} giorni senza dati"),
    #[cfg(feature = "trackers")]
    parallel_sprints: PluralMessage::invariant("Uno di {n} sprint attivi (--sprint)"),
    #[cfg(feature = "trackers")]
    estimate_fields: PluralMessage::invariant("Stime da {n} campi (--estimate-field)"),
    #[cfg(feature = "trackers")]
    epics_counted: PluralMessage::one_many_other(
        "{n} epica conta come elemento",
        "{n} di epiche contano come elementi",
        "{n} epiche contano come elementi",
    ),
    #[cfg(feature = "trackers")]
    started_late: PluralMessage::one_many_other(
        "Iniziato con {n} giorno di ritardo: quanto aggiunto fino ad allora è impegnato (--planning-until)",
        "Iniziato con {n} di giorni di ritardo: quanto aggiunto fino ad allora è impegnato (--planning-until)",
        "Iniziato con {n} giorni di ritardo: quanto aggiunto fino ad allora è impegnato (--planning-until)",
    ),
    #[cfg(feature = "trackers")]
    history_cut: PluralMessage::one_many_other(
        "{n} elemento con cronologia incompleta",
        "{n} di elementi con cronologia incompleta",
        "{n} elementi con cronologia incompleta",
    ),
    #[cfg(feature = "trackers")]
    subtasks_left_out: PluralMessage::one_many_other(
        "{n} sottoattività non contata",
        "{n} di sottoattività non contate",
        "{n} sottoattività non contate",
    ),
    #[cfg(feature = "trackers")]
    subtasks_counted: PluralMessage::one_many_other(
        "{n} sottoattività contata",
        "{n} di sottoattività contate",
        "{n} sottoattività contate",
    ),
    #[cfg(feature = "trackers")]
    done_at_status_change: PluralMessage::invariant("Completati secondo l’ultimo cambio di stato: {n}"),
    #[cfg(feature = "trackers")]
    done_at_resolution: PluralMessage::invariant("Completati secondo la data di risoluzione: {n}"),
    #[cfg(feature = "trackers")]
    done_at_last_change: PluralMessage::invariant("Completati secondo l’ultima modifica: {n}"),
    #[cfg(feature = "trackers")]
    done_at_unknown_time: PluralMessage::invariant("Completati in data ignota: {n}"),
    #[cfg(feature = "trackers")]
    history_disagrees: PluralMessage::invariant("Cronologie che non portano allo stato di oggi: {n}"),
    #[cfg(feature = "trackers")]
    figures_disagree: PluralMessage::invariant("Giorni che contraddicono le cifre dello strumento: {n}"),
    #[cfg(feature = "trackers")]
    done_states_unseen: PluralMessage::invariant("Stati completati (--done) di nessun elemento: {n}"),
    no_forecast: PluralMessage::one_other(
        "Ancora nessuna previsione: serve {n} giorno lavorativo intero",
        "Ancora nessuna previsione: servono {n} giorni lavorativi interi",
    ),
    #[cfg(feature = "trackers")]
    history_perhaps_cut: PluralMessage::one_many_other(
        "{n} elemento con cronologia forse incompleta",
        "{n} di elementi con cronologia forse incompleta",
        "{n} elementi con cronologia forse incompleta",
    ),
    partial_of: PluralMessage::invariant("Parte dei dati: {n} elementi su {of}"),
    partial: PluralMessage::one_many_other(
        "Parte dei dati: {n} elemento, ne mancano altri",
        "Parte dei dati: {n} di elementi, ne mancano altri",
        "Parte dei dati: {n} elementi, ne mancano altri",
    ),
    #[cfg(feature = "trackers")]
    perhaps_partial: PluralMessage::one_many_other(
        "Esattamente {n} elemento, una pagina piena: potrebbero essercene altri",
        "Esattamente {n} di elementi, una pagina piena: potrebbero essercene altri",
        "Esattamente {n} elementi, una pagina piena: potrebbero essercene altri",
    ),
    #[cfg(feature = "trackers")]
    fields_missing: PluralMessage::one_many_other(
        "Manca {n} campo della risposta: le cifre possono essere errate",
        "Mancano {n} di campi della risposta: le cifre possono essere errate",
        "Mancano {n} campi della risposta: le cifre possono essere errate",
    ),
    forecast_note: PluralMessage::one_other(
        "Previsione da {n} giorno lavorativo passato",
        "Previsione da {n} giorni lavorativi passati",
    ),
    usual: PluralMessage::one_other(
        "Di solito: 10–90% di {n} sprint passato",
        "Di solito: 10–90% di {n} sprint passati",
    ),
    others: PluralMessage::one_other("un altro ({n})", "altri {n}"),
    velocity_mean: PluralMessage::one_other(
        "{amount} nell’ultimo sprint ({n})",
        "{amount} a sprint, media degli ultimi {n}",
    ),
    mean_of: PluralMessage::one_other("Media dell’ultimo ({n})", "Media degli ultimi {n}"),
    release_sprints: PluralMessage::one_other(
        "ancora {n} sprint a questo ritmo",
        "altri {n} sprint a questo ritmo",
    ),
};
