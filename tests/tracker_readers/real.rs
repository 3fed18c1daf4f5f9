//! Each real export is read, or refused with an error that names the missing part.

use emberline::{Moment, ReadOptions, read_sprint};

use super::read_real_answer;

const READ: &str = "read";

/// The file, words for its options, and [`READ`] or a part of the error.
const FILES: [(&str, &str, &str); 22] = [
    ("github/hhs_issues_2023-08-29.json", "", "issues without iteration or milestone"),
    ("github/hhs_issues_2023-09-06.json", "name start end", READ),
    ("github/hhs_project-items_2023-08-29.json", "", "a board of one day, which tells no history"),
    ("github/hhs_project-items_2023-09-06.json", "", "a board of one day, which tells no history"),
    ("github/hhs_delivery_example-01.json", "", READ),
    ("github/hhs_delivery_example-02.json", "", READ),
    ("github/hhs_etldb_test_01.json", "", READ),
    ("github/octokit_issues_milestoned.json", "start", "no issue in \"v1.0\""),
    ("github/octokit_issues_demilestoned.json", "start", "no issue in \"v1.0\""),
    ("github/octokit_issues_reopened.json", "", "start: found nothing"),
    ("github/octokit_issues_reopened.json", "start", READ),
    ("github/octokit_milestone_created.json", "", "no issue in \"v1.0\""),
    ("github/octokit_projects_v2_item_archived.json", "", "does not say what its fields held"),
    ("github/octokit_projects_v2_item_created.json", "", "does not say what its fields held"),
    ("github/octokit_projects_v2_item_edited.json", "", "does not say what its fields held"),
    ("gitlab/go-gitlab_list_group_iterations.json", "", "milestones or iterations without their issues"),
    ("taiga/python-taiga_milestone_details_success.json", "", READ),
    ("taiga/python-taiga_userstory_details_success.json", "", "found one user story"),
    (
        "trello/adlio_board-actions-api-example.json",
        "start end",
        "no card of which an action says in which list",
    ),
    ("trello/adlio_card-actions-done.json", "trello", READ),
    ("trello/adlio_card-actions-typical.json", "trello", READ),
    ("trello/adlio_card-actions-dur1.json", "trello", READ),
];

fn options_from_words(words: &str) -> ReadOptions {
    let at = |text: &str| -> Option<Moment> { Some(text.parse().unwrap()) };
    let mut options = ReadOptions::default();
    for word in words.split_whitespace() {
        match word {
            "name" => options.name = Some("All of it".to_owned()),
            "start" => options.start = at("2019-05-10"),
            "end" => {
                (options.start, options.end) = (at("2023-08-23"), at("2023-09-05"));
            }
            "trello" => (options.start, options.end) = (at("2016-09-26"), at("2016-10-07")),
            other => panic!("{other}"),
        }
    }
    options
}

#[test]
fn every_real_answer_is_read_or_refused_with_a_reason() {
    let mut wrong = Vec::new();
    for (file, words, expected) in FILES {
        let text = read_real_answer(file);
        let found = match read_sprint(text.as_bytes(), &options_from_words(words)) {
            Ok(_) => READ.to_owned(),
            Err(error) => error.to_string(),
        };
        let right = if expected == READ { found == READ } else { found.contains(expected) };
        if !right {
            wrong.push(format!("{file} ({words}): {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_file_of_the_real_answers_is_tested() {
    for tracker in ["github", "gitlab", "taiga", "trello"] {
        for entry in std::fs::read_dir(super::project_root().join("tests/data").join(tracker)).unwrap() {
            let name = format!("{tracker}/{}", entry.unwrap().file_name().to_str().unwrap());
            assert!(
                FILES.iter().any(|(file, ..)| *file == name) || name == "trello/adlio_board-lists.json",
                "{name}"
            );
        }
    }
}

#[test]
fn trello_lists_give_the_states_of_cards() {
    let lists = read_real_answer("trello/adlio_board-lists.json");
    let actions = read_real_answer("trello/adlio_board-actions-api-example.json");
    let at = |text: &str| -> Option<Moment> { Some(text.parse().unwrap()) };
    let mut options = ReadOptions::default();
    options.start = at("2011-12-12");
    options.end = at("2011-12-23");
    let sprint = super::read_answer(&format!("{actions}\n{lists}"), &options);
    assert_eq!(sprint.name, "Example Board");
    assert_eq!(sprint.item_counts().items, 5);
    assert_eq!(sprint.item_counts().done, 2);
}
