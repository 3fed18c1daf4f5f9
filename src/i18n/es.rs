//! Spanish. No participle agrees with an amount, whose gender and number are unknown here.

use super::messages::{Messages, PluralMessage};

pub(super) const MESSAGES: Messages = Messages {
    behind_plan: "{amount} de retraso respecto al plan",
    ahead_of_plan: "{amount} de adelanto respecto al plan",
    on_plan: "Según el plan",
    all_done: "Todo terminado: {amount}",
    left_at_end: "{amount} sin terminar al final",
    left: "{amount} por terminar",
    scope_change: "alcance {from} → {to}",
    completed_so_far: "Terminado: {amount}",
    goal: "Objetivo: {goal}",
    as_of: "datos al {moment}",
    starts_on: "inicio el {moment}",
    closed_on: "cerrado el {moment}",
    remaining: "Pendiente",
    ideal: "Ideal",
    scope: "Alcance",
    completed: "Terminado",
    worked_on: "Avanzado",
    added: "Añadido",
    removed: "Retirado",
    reestimated: "Reestimado",
    reopened: "Reabierto",
    day_off: "Día no laborable",
    remaining_n: "pendiente: {n}",
    scope_n: "alcance: {n}",
    ideal_label: "ideal",
    today: "hoy",
    planned_end: "fin previsto",
    closed: "cierre",
    per_day: "Cambio por día",
    axis_points: "puntos",
    axis_hours: "horas",
    axis_items: "elementos",
    date_range: "{from} – {to}",
    day_range: "{from}–{to}",
    net_only: "Solo se conoce el trabajo pendiente: lo añadido y lo terminado el mismo día no se distinguen",
    #[cfg(feature = "trackers")]
    running_totals: "Lo terminado se lee como total acumulado",
    #[cfg(feature = "trackers")]
    daily_totals: "Se conoce una cifra por día: lo añadido y lo retirado el mismo día no se ve por separado",
    #[cfg(feature = "trackers")]
    no_history: "Sin historial: solo se conoce el estado de hoy",
    #[cfg(feature = "trackers")]
    joined_when_created: "Los elementos cuentan como añadidos desde su creación",
    #[cfg(feature = "trackers")]
    estimates_of_today: "Estimaciones de hoy",
    #[cfg(feature = "trackers")]
    states_guessed: "El sentido de algunos estados se deduce de su nombre",
    #[cfg(feature = "trackers")]
    observances_worked: "Las celebraciones son días laborables: {names}",
    #[cfg(feature = "trackers")]
    items_counted: "Sin estimaciones: se cuentan los elementos",
    zone_assumed: "Días en UTC: los datos no indican zona horaria",
    zone_uncertain: "Zona horaria incierta: los días pueden desviarse unas horas",
    alt_title: "Burndown de {sprint}",
    alt_range: "Sprint del {from} al {to}",
    alt_state: "{moment}: {remaining} por terminar, de un alcance de {scope}",
    alt_plan: "El plan prevé {ideal} por terminar: {verdict}",
    alt_flow: "Desde el inicio, terminado: {completed}, añadido: {added}, retirado: {removed}, \
               reestimado: {reestimated}, reabierto: {reopened}",
    alt_committed: "Compromiso al inicio: {committed}",
    forecast_by: "{percent}\u{a0}%: terminado para {date}",
    forecast_average: "a este ritmo, terminado para {date}",
    forecast_beyond: "{percent}\u{a0}%: sin terminar en {days} días laborables",
    average_beyond: "a este ritmo, sin terminar en {days} días laborables",
    chance: "{percent}\u{a0}% probable para el fin previsto",
    no_forecast_in_gap: "Sin pronóstico: faltan datos de los últimos días",
    scope_still: "con el alcance de hoy",
    scope_growing: "con el alcance cambiando como hasta ahora",
    forecast: "Pronóstico 50–95\u{a0}%",
    forecast_rate: "Pronóstico a este ritmo",
    forecast_label: "{percent}\u{a0}% el {date}",
    replanned: "Ideal, replanificado",
    done: "Hecho",
    to_do: "Por hacer",
    in_progress: "En curso",
    done_n: "{n} hecho",
    to_do_n: "{n} por hacer",
    in_progress_n: "{n} en curso",
    done_of_scope: "{done} de {scope} hecho",
    committed: "Comprometido",
    commitment_start: "Comprometido: en el sprint al inicio y sin terminar",
    commitment_end: "Comprometido: en el sprint al final, con lo añadido",
    velocity_row: "{sprint}: {completed} completado, {committed} comprometido",
    velocity_only: "{sprint}: {completed} completado",
    so_far: "{sprint} hasta ahora",
    per_sprint: "{unit} por sprint",
    release_pace: "por sprint, {velocity} hecho y {growth} de alcance",
    release_never: "el alcance crece tan rápido como avanza el trabajo",
    trend_done: "Tendencia de lo hecho",
    trend_scope: "Tendencia del alcance",
    since: "desde {moment}",
    since_list: "Desde {moment}: {changes}",
    since_nothing: "Sin cambios desde {moment}",
    alt_title_burnup: "Burnup de {sprint}",
    alt_title_flow: "Flujo acumulado de {sprint}",
    alt_title_velocity: "Velocidad hasta {sprint}",
    alt_title_release: "Burndown de la versión {sprint}",
    points: PluralMessage::one_many_other("punto", "de puntos", "puntos"),
    hours: PluralMessage::one_many_other("hora", "de horas", "horas"),
    items: PluralMessage::one_many_other("elemento", "de elementos", "elementos"),
    unestimated: PluralMessage::invariant("{n} de {of} elementos sin estimar"),
    working_days_left: PluralMessage::one_other("queda {n} día laborable", "quedan {n} días laborables"),
    late: PluralMessage::one_other(
        "{n} día laborable después del fin previsto",
        "{n} días laborables después del fin previsto",
    ),
    completed_late: PluralMessage::one_other(
        "{n} día laborable de retraso",
        "{n} días laborables de retraso",
    ),
    completed_early: PluralMessage::one_other(
        "{n} día laborable de adelanto",
        "{n} días laborables de adelanto",
    ),
    gaps: PluralMessage::one_other("{n} día sin datos", "{n} días sin datos"),
    #[cfg(feature = "trackers")]
    parallel_sprints: PluralMessage::invariant("Uno de {n} sprints activos (--sprint)"),
    #[cfg(feature = "trackers")]
    estimate_fields: PluralMessage::invariant("Estimaciones de {n} campos (--estimate-field)"),
    #[cfg(feature = "trackers")]
    epics_counted: PluralMessage::one_many_other(
        "{n} épica cuenta como elemento",
        "{n} de épicas cuentan como elementos",
        "{n} épicas cuentan como elementos",
    ),
    #[cfg(feature = "trackers")]
    started_late: PluralMessage::one_many_other(
        "Empezó {n} día más tarde: lo añadido hasta entonces está comprometido (--planning-until)",
        "Empezó {n} de días más tarde: lo añadido hasta entonces está comprometido (--planning-until)",
        "Empezó {n} días más tarde: lo añadido hasta entonces está comprometido (--planning-until)",
    ),
    #[cfg(feature = "trackers")]
    history_cut: PluralMessage::one_many_other(
        "{n} elemento con historial incompleto",
        "{n} de elementos con historial incompleto",
        "{n} elementos con historial incompleto",
    ),
    #[cfg(feature = "trackers")]
    subtasks_left_out: PluralMessage::one_many_other(
        "{n} subtarea no cuenta",
        "{n} de subtareas no cuentan",
        "{n} subtareas no cuentan",
    ),
    #[cfg(feature = "trackers")]
    subtasks_counted: PluralMessage::one_many_other(
        "{n} subtarea cuenta",
        "{n} de subtareas cuentan",
        "{n} subtareas cuentan",
    ),
    #[cfg(feature = "trackers")]
    done_at_status_change: PluralMessage::invariant("Terminados según el último cambio de estado: {n}"),
    #[cfg(feature = "trackers")]
    done_at_resolution: PluralMessage::invariant("Terminados según la fecha de resolución: {n}"),
    #[cfg(feature = "trackers")]
    done_at_last_change: PluralMessage::invariant("Terminados según el último cambio: {n}"),
    #[cfg(feature = "trackers")]
    done_at_unknown_time: PluralMessage::invariant("Terminados en fecha desconocida: {n}"),
    #[cfg(feature = "trackers")]
    history_disagrees: PluralMessage::invariant("Historiales que no llevan al estado de hoy: {n}"),
    #[cfg(feature = "trackers")]
    figures_disagree: PluralMessage::invariant("Días que contradicen las cifras de la herramienta: {n}"),
    #[cfg(feature = "trackers")]
    done_states_unseen: PluralMessage::invariant("Estados terminados (--done) sin ningún elemento: {n}"),
    no_forecast: PluralMessage::one_other(
        "Aún sin pronóstico: hace falta {n} día laborable completo",
        "Aún sin pronóstico: hacen falta {n} días laborables completos",
    ),
    #[cfg(feature = "trackers")]
    history_perhaps_cut: PluralMessage::one_many_other(
        "{n} elemento con historial quizá incompleto",
        "{n} de elementos con historial quizá incompleto",
        "{n} elementos con historial quizá incompleto",
    ),
    partial_of: PluralMessage::invariant("Parte de los datos: {n} de {of} elementos"),
    partial: PluralMessage::one_many_other(
        "Parte de los datos: {n} elemento, faltan más",
        "Parte de los datos: {n} de elementos, faltan más",
        "Parte de los datos: {n} elementos, faltan más",
    ),
    #[cfg(feature = "trackers")]
    perhaps_partial: PluralMessage::one_many_other(
        "Exactamente {n} elemento, una página llena: puede haber más",
        "Exactamente {n} de elementos, una página llena: puede haber más",
        "Exactamente {n} elementos, una página llena: puede haber más",
    ),
    #[cfg(feature = "trackers")]
    fields_missing: PluralMessage::one_many_other(
        "Falta {n} campo de la respuesta: las cifras pueden ser erróneas",
        "Faltan {n} de campos de la respuesta: las cifras pueden ser erróneas",
        "Faltan {n} campos de la respuesta: las cifras pueden ser erróneas",
    ),
    forecast_note: PluralMessage::one_other(
        "Pronóstico a partir de {n} día laborable pasado",
        "Pronóstico a partir de {n} días laborables pasados",
    ),
    usual: PluralMessage::one_other(
        "Habitual: 10–90\u{a0}% de {n} sprint anterior",
        "Habitual: 10–90\u{a0}% de {n} sprints anteriores",
    ),
    others: PluralMessage::invariant("{n} más"),
    velocity_mean: PluralMessage::one_other(
        "{amount} en el último sprint ({n})",
        "{amount} por sprint, media de los últimos {n}",
    ),
    mean_of: PluralMessage::one_other("Media del último ({n})", "Media de los últimos {n}"),
    release_sprints: PluralMessage::one_other("{n} sprint más a este ritmo", "{n} sprints más a este ritmo"),
};
