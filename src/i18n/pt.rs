//! Portuguese as in Brazil. No participle agrees with an amount, whose gender and number are unknown here.

use super::messages::{Messages, PluralMessage};

pub(super) const MESSAGES: Messages = Messages {
    behind_plan: "{amount} atrás do plano",
    ahead_of_plan: "{amount} à frente do plano",
    on_plan: "Dentro do plano",
    all_done: "Tudo concluído: {amount}",
    left_at_end: "{amount} por concluir no fim",
    left: "{amount} por concluir",
    scope_change: "escopo {from} → {to}",
    completed_so_far: "Concluído: {amount}",
    goal: "Meta: {goal}",
    as_of: "situação em {moment}",
    starts_on: "início em {moment}",
    closed_on: "encerramento: {moment}",
    remaining: "Restante",
    ideal: "Ideal",
    scope: "Escopo",
    completed: "Concluído",
    worked_on: "Avançado",
    added: "Adicionado",
    removed: "Removido",
    reestimated: "Reestimado",
    reopened: "Reaberto",
    day_off: "Dia não útil",
    remaining_n: "restante: {n}",
    scope_n: "escopo: {n}",
    ideal_label: "ideal",
    today: "hoje",
    planned_end: "fim previsto",
    closed: "encerramento",
    per_day: "Variação por dia",
    axis_points: "pontos",
    axis_hours: "horas",
    axis_items: "itens",
    date_range: "{from} – {to}",
    day_range: "{from} – {to}",
    net_only: "Só se conhece o trabalho restante: o que foi adicionado e o que foi concluído no mesmo dia \
               não se distinguem",
    #[cfg(feature = "trackers")]
    running_totals: "O concluído é lido como total acumulado",
    #[cfg(feature = "trackers")]
    daily_totals: "Conhece-se um valor por dia: o adicionado e o removido no mesmo dia não se distinguem",
    #[cfg(feature = "trackers")]
    no_history: "Sem histórico: só se conhece o estado de hoje",
    #[cfg(feature = "trackers")]
    joined_when_created: "Os itens contam como adicionados desde a criação",
    #[cfg(feature = "trackers")]
    estimates_of_today: "Estimativas de hoje",
    #[cfg(feature = "trackers")]
    states_guessed: "O sentido de alguns estados é deduzido do nome",
    #[cfg(feature = "trackers")]
    observances_worked: "Datas comemorativas são dias úteis: {names}",
    #[cfg(feature = "trackers")]
    items_counted: "Sem estimativas: os itens são contados",
    zone_assumed: "Dias em UTC: os dados não indicam fuso horário",
    zone_uncertain: "Fuso horário incerto: os dias podem ter horas de diferença",
    alt_title: "Burndown de {sprint}",
    alt_range: "Sprint de {from} a {to}",
    alt_state: "{moment}: {remaining} por concluir, de um escopo de {scope}",
    alt_plan: "O plano prevê {ideal} por concluir: {verdict}",
    alt_flow: "Desde o início, concluído: {completed}, adicionado: {added}, removido: {removed}, \
               reestimado: {reestimated}, reaberto: {reopened}",
    alt_committed: "Compromisso no início: {committed}",
    forecast_by: "{percent}%: concluído até {date}",
    forecast_average: "neste ritmo, concluído até {date}",
    forecast_beyond: "{percent}%: não concluído em {days} dias úteis",
    average_beyond: "neste ritmo, não concluído em {days} dias úteis",
    chance: "{percent}% provável até o fim previsto",
    no_forecast_in_gap: "Sem previsão: faltam dados dos últimos dias",
    scope_still: "com o escopo de hoje",
    scope_growing: "com o escopo mudando como até agora",
    forecast: "Previsão 50–95%",
    forecast_rate: "Previsão neste ritmo",
    forecast_label: "{percent}% em {date}",
    replanned: "Ideal, replanejado",
    done: "Feito",
    to_do: "A fazer",
    in_progress: "Em andamento",
    done_n: "{n} feito",
    to_do_n: "{n} a fazer",
    in_progress_n: "{n} em andamento",
    done_of_scope: "{done} de {scope} feito",
    committed: "Comprometido",
    commitment_start: "Comprometido: no sprint no início e não concluído",
    commitment_end: "Comprometido: no sprint no fim, com o adicionado",
    velocity_row: "{sprint}: {completed} concluído, {committed} comprometido",
    velocity_only: "{sprint}: {completed} concluído",
    so_far: "{sprint} até agora",
    per_sprint: "{unit} por sprint",
    release_pace: "por sprint, {velocity} feito e {growth} de escopo",
    release_never: "o escopo cresce tão rápido quanto o trabalho avança",
    trend_done: "Tendência do que foi feito",
    trend_scope: "Tendência do escopo",
    since: "desde {moment}",
    since_list: "Desde {moment}: {changes}",
    since_nothing: "Nada mudou desde {moment}",
    alt_title_burnup: "Burnup de {sprint}",
    alt_title_flow: "Fluxo cumulativo de {sprint}",
    alt_title_velocity: "Velocidade até {sprint}",
    alt_title_release: "Burndown da versão {sprint}",
    points: PluralMessage::one_many_other("ponto", "de pontos", "pontos"),
    hours: PluralMessage::one_many_other("hora", "de horas", "horas"),
    items: PluralMessage::one_many_other("item", "de itens", "itens"),
    unestimated: PluralMessage::invariant("{n} de {of} itens sem estimativa"),
    working_days_left: PluralMessage::one_other("falta {n} dia útil", "faltam {n} dias úteis"),
    late: PluralMessage::one_other("{n} dia útil após o fim previsto", "{n} dias úteis após o fim previsto"),
    completed_late: PluralMessage::one_other("{n} dia útil de atraso", "{n} dias úteis de atraso"),
    completed_early: PluralMessage::one_other(
        "{n} dia útil de antecedência",
        "{n} dias úteis de antecedência",
    ),
    gaps: PluralMessage::one_other("{n} dia sem dados", "{n} dias sem dados"),
    #[cfg(feature = "trackers")]
    parallel_sprints: PluralMessage::invariant("Um de {n} sprints ativos (--sprint)"),
    #[cfg(feature = "trackers")]
    estimate_fields: PluralMessage::invariant("Estimativas de {n} campos (--estimate-field)"),
    #[cfg(feature = "trackers")]
    epics_counted: PluralMessage::one_many_other(
        "{n} épico conta como item",
        "{n} de épicos contam como itens",
        "{n} épicos contam como itens",
    ),
    #[cfg(feature = "trackers")]
    started_late: PluralMessage::one_many_other(
        "Começou {n} dia mais tarde: o que entrou até lá está comprometido (--planning-until)",
        "Começou {n} de dias mais tarde: o que entrou até lá está comprometido (--planning-until)",
        "Começou {n} dias mais tarde: o que entrou até lá está comprometido (--planning-until)",
    ),
    #[cfg(feature = "trackers")]
    history_cut: PluralMessage::one_many_other(
        "{n} item com histórico incompleto",
        "{n} de itens com histórico incompleto",
        "{n} itens com histórico incompleto",
    ),
    #[cfg(feature = "trackers")]
    subtasks_left_out: PluralMessage::one_many_other(
        "{n} subtarefa não conta",
        "{n} de subtarefas não contam",
        "{n} subtarefas não contam",
    ),
    #[cfg(feature = "trackers")]
    subtasks_counted: PluralMessage::one_many_other(
        "{n} subtarefa conta",
        "{n} de subtarefas contam",
        "{n} subtarefas contam",
    ),
    #[cfg(feature = "trackers")]
    done_at_status_change: PluralMessage::invariant("Concluídos segundo a última mudança de estado: {n}"),
    #[cfg(feature = "trackers")]
    done_at_resolution: PluralMessage::invariant("Concluídos segundo a data de resolução: {n}"),
    #[cfg(feature = "trackers")]
    done_at_last_change: PluralMessage::invariant("Concluídos segundo a última alteração: {n}"),
    #[cfg(feature = "trackers")]
    done_at_unknown_time: PluralMessage::invariant("Concluídos em data desconhecida: {n}"),
    #[cfg(feature = "trackers")]
    history_disagrees: PluralMessage::invariant("Históricos que não levam ao estado de hoje: {n}"),
    #[cfg(feature = "trackers")]
    figures_disagree: PluralMessage::invariant("Dias que contradizem os números da ferramenta: {n}"),
    #[cfg(feature = "trackers")]
    done_states_unseen: PluralMessage::invariant("Estados concluídos (--done) sem nenhum item: {n}"),
    no_forecast: PluralMessage::one_other(
        "Ainda sem previsão: é preciso {n} dia útil inteiro",
        "Ainda sem previsão: são precisos {n} dias úteis inteiros",
    ),
    #[cfg(feature = "trackers")]
    history_perhaps_cut: PluralMessage::one_many_other(
        "{n} item com histórico talvez incompleto",
        "{n} de itens com histórico talvez incompleto",
        "{n} itens com histórico talvez incompleto",
    ),
    partial_of: PluralMessage::invariant("Parte dos dados: {n} de {of} itens"),
    partial: PluralMessage::one_many_other(
        "Parte dos dados: {n} item, faltam outros",
        "Parte dos dados: {n} de itens, faltam outros",
        "Parte dos dados: {n} itens, faltam outros",
    ),
    #[cfg(feature = "trackers")]
    perhaps_partial: PluralMessage::one_many_other(
        "Exatamente {n} item, uma página cheia: pode haver mais",
        "Exatamente {n} de itens, uma página cheia: pode haver mais",
        "Exatamente {n} itens, uma página cheia: pode haver mais",
    ),
    #[cfg(feature = "trackers")]
    fields_missing: PluralMessage::one_many_other(
        "Falta {n} campo da resposta: os números podem estar errados",
        "Faltam {n} de campos da resposta: os números podem estar errados",
        "Faltam {n} campos da resposta: os números podem estar errados",
    ),
    forecast_note: PluralMessage::one_other(
        "Previsão a partir de {n} dia útil passado",
        "Previsão a partir de {n} dias úteis passados",
    ),
    usual: PluralMessage::one_other(
        "Usual: 10–90% de {n} sprint anterior",
        "Usual: 10–90% de {n} sprints anteriores",
    ),
    others: PluralMessage::invariant("mais {n}"),
    velocity_mean: PluralMessage::one_other(
        "{amount} no último sprint ({n})",
        "{amount} por sprint, média dos últimos {n}",
    ),
    mean_of: PluralMessage::one_other("Média do último ({n})", "Média dos últimos {n}"),
    release_sprints: PluralMessage::one_other("mais {n} sprint neste ritmo", "mais {n} sprints neste ritmo"),
};
