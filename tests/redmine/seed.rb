# A project of Redmine with the version 2.1, whose issues changed from 2 to 5 March 2026: `rails runner seed.rb`. It prints the key of the API.
Setting.rest_api_enabled = "1"
Redmine::DefaultData::Loader.load("en")
$admin = User.find_by(login: "admin")
User.current = $admin
trackers = Tracker.all.to_a
$project = Project.create!(name: "Shop", identifier: "shop", trackers: trackers)
version = Version.create!(project: $project, name: "2.1", due_date: "2026-03-13", description: "Vouchers can be paid with")
later = Version.create!(project: $project, name: "2.2", due_date: "2026-03-27")
Version.update_all(created_on: Time.utc(2026, 2, 16, 8))

def status(name)
  IssueStatus.find_by!(name: name)
end

def create_issue(subject, hours, version)
  issue = Issue.create!(project: $project, tracker: Tracker.first, author: $admin, subject: subject, status: status("New"),
                        priority: IssuePriority.first, estimated_hours: hours, fixed_version: version)
  created = Time.utc(2026, 2, 20, 9)
  issue.update_columns(created_on: created, updated_on: created)
  issue.id
end

# Changes an issue as a person would, at a time of March 2026.
def change(id, day, hour, **fields)
  issue = Issue.find(id)
  issue.init_journal($admin, "A comment that nobody else reads")
  issue.attributes = fields
  issue.save!
  at = Time.utc(2026, 3, day, hour)
  issue.journals.reload.last.update_columns(created_on: at)
  closed = fields[:status]&.is_closed? ? at : issue.closed_on
  issue.update_columns(updated_on: at, closed_on: closed)
end

pay = create_issue("Pay with a voucher", 8, version)
print = create_issue("Print a voucher", 5, version)
export = create_issue("Export as CSV", 3, nil)
dark = create_issue("Dark mode", 4, version)
mail = create_issue("Mail is sent twice", 6, version)
other = create_issue("Never planned", 2, nil)
change(pay, 2, 9, status: status("In Progress"))
change(print, 3, 10, estimated_hours: 7)
change(export, 3, 11, fixed_version: version)
change(mail, 3, 16, status: status("Closed"))
change(pay, 4, 15, status: status("Closed"))
change(other, 4, 12, subject: "Still never planned")
change(dark, 5, 10, fixed_version: later)
change(mail, 5, 12, status: status("Feedback"))
puts "KEY #{$admin.api_key}"
