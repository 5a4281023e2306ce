using GovernedModel;
using Mlops.Data;
using Mlops.Registry.Models;
using Mlops.Registry.Stages;
using Mlops.Reporting;
using Mlops.Reporting.Rendering;

// Everything lies in one folder, which each run begins anew.
var folder = Path.GetFullPath("governed-model");
if (Directory.Exists(folder))
{
    Directory.Delete(folder, recursive: true);
}

Directory.CreateDirectory(folder);
var clock = new SampleClock();

// Applications for credit, and whether they were paid back. Every third row is held out.
var data = Dataset
    .ReadCsv(Path.Combine(AppContext.BaseDirectory, "credit_scoring.csv"))
    .WithRole("Status", ColumnRole.Label)
    .WithProtected("Age")
    .WithProtected("Marital");
var training = data.Where(row => row.Index % 3 != 2).Named("training");
var held = data.Where(row => row.Index % 3 == 2).Named("held out");

string[] everything = [.. data.Columns.Select(column => column.Name).Where(name => name != "Status")];
string[] unprotected = [.. everything.Except(["Age", "Marital"])];
var all = Candidate.Fit("all columns", everything, ridge: 1, training, held);
var without = Candidate.Fit("without age and marital status", unprotected, ridge: 1, training, held);
var strict = Candidate.Fit("without age and marital status, ridge 300", unprotected, ridge: 300, training, held);

Console.WriteLine(
    $"{data.RowCount:N0} applications for credit: {training.RowCount:N0} to learn from, {held.RowCount:N0} held out. On those:"
);
Console.WriteLine();
Console.WriteLine(
    $"{"columns of the regression", -42}{"accuracy", 8}{"AUC", 6}{"granted", 8}   fairness: the least granted group"
);
foreach (var candidate in new[] { all, without, strict })
{
    var (accuracy, auc) = (ReportFormat.Fixed(candidate.Accuracy, 3), ReportFormat.Fixed(candidate.AreaUnderCurve, 3));
    var granted = ReportFormat.Percent(candidate.GrantedShare, 0);
    var (worst, ratio) = (candidate.Rates.Worst, ReportFormat.Fixed(candidate.Rates.Worst.Ratio, 2));
    Console.WriteLine(
        $"{candidate.Name, -42}{accuracy, 8}{auc, 6}{granted, 8}   {candidate.Rates.Verdict}, {ratio} for {worst.Name.Split(": ")[1]}"
    );
}

await using var office = Office.Open(folder, clock);
var (ada, vera, rita, otto, adam) = (
    office.Author,
    office.Validator,
    office.RiskOfficer,
    office.Operator,
    office.Administrator
);

Narration.Chapter(clock.Now, "a model, and a version that does not pass");
await ada.CreateModelAsync(new ModelRegistration("credit", "Says how likely a credit is paid back; a clerk decides."));
await ada.SetRiskRegisterAsync("credit", Records.RiskRegister, "The hazards known before the first version.");
Narration.Tell(
    "ada",
    "creates the model 'credit' and its risk register of two hazards. The SDK's own policy, default@0, judges it."
);

var first = await office.RegisterAsync(all, parent: null, training, held);
Narration.Tell("ada", $"registers {first.Key}, {all.Name}, with its run, files, signature, data and design decisions.");
Narration.Tell("", $"Its risk is {first.Risk!.Tier}: {first.Risk.Raises[0].Reason}");
foreach (var evidence in first.Evidence)
{
    Narration.Tell("", $"Evidence: {evidence.Statement.Kind} says {evidence.Statement.Verdict}.");
}

await ada.RequestReviewAsync(first.Key, "The first version.");
Narration.Tell("ada", "asks for a review.");
await Office.TryAsync(
    "otto",
    $"wants {first.Key} in use at once",
    () => otto.TransitionAsync(first.Key, new(Stage.Active, "Sales waits."))
);
Narration.Tell("", "What the policy would want before it is approved:");
Narration.Rules(await otto.CheckAsync(first.Key, Stage.Approved));
await vera.RejectAsync(first.Key, new("validator", "LEND-101", $"{all.Rates.Worst.Name}: {all.Rates.Worst}."));
Narration.Tell("vera", $"rejects it as validator. {all.Rates.Worst.Name}: {all.Rates.Worst}.");

clock.GoTo(3, 9);
Narration.Chapter(clock.Now, "the next version can't be told apart from a fair one, nor from an unfair one");
var second = await office.RegisterAsync(without, first.Key, training, held);
await ada.RequestReviewAsync(second.Key, "Age and marital status are left out.");
Narration.Tell("ada", $"registers {second.Key}, {without.Name}, and asks for a review.");
Narration.Tell("", $"Fairness: {without.Rates.Verdict}. {without.Rates.Worst.Name}: {without.Rates.Worst}.");
await Office.TryAsync(
    "ada",
    "approves her own version",
    () => ada.ApproveAsync(second.Key, new("validator", "LEND-108"))
);
await vera.ApproveAsync(second.Key, new("validator", "LEND-108"));
Narration.Tell("vera", "approves as validator.");
await Office.TryAsync(
    "otto",
    "stages it",
    () => otto.TransitionAsync(second.Key, new(Stage.Staged, "Vera has approved."))
);
Narration.Tell("", "What is missing:");
Narration.Rules(await otto.CheckAsync(second.Key, Stage.Approved));
second = await rita.ApproveAsync(second.Key, new("risk-officer", "LEND-109"));
Narration.Tell(
    "rita",
    $"approves as risk officer. It is still {second.Stage}: two approvals don't make up for evidence."
);

clock.GoTo(3, 12);
Narration.Chapter(clock.Now, "the rule is changed, by who may and with a reason");
var loosened = Records.WithSmallGroups(await adam.GetPolicyAsync("default"));
await office.DryRunAsync(loosened);
await adam.AddPolicyAsync(
    loosened,
    "Groups of some dozens can't pass; Fail still refuses. The model committee, LEND-109."
);
Narration.Tell(
    "adam",
    "adds default@1 on the committee's decision: fairness that can't be told is accepted, Fail is not, and reviews are due each 90 days."
);
second = await rita.ApproveAsync(second.Key, new("risk-officer", "LEND-110"));
Narration.Tell("rita", $"approves it under the new rule: {second.Key} is {second.Stage}.");
await office.GoLiveAsync(second.Key, "LEND-111");
await office.SignAsync();

clock.GoTo(3, 16);
Narration.Chapter(clock.Now, "another version takes its place");
var third = await office.RegisterAsync(strict, second.Key, training, held);
await ada.RequestReviewAsync(third.Key, "Smaller weights.");
await vera.ApproveAsync(third.Key, new("validator", "LEND-112"));
await rita.ApproveAsync(third.Key, new("risk-officer", "LEND-113"));
Narration.Tell("ada", $"registers {third.Key}, {strict.Name}; vera and rita approve it.");
await office.GoLiveAsync(third.Key, "LEND-114");
await office.SignAsync();
office.BackUp("yesterday.db");

clock.GoTo(3, 17);
Narration.Chapter(clock.Now, "and is taken back");
var rollback = await otto.RollBackAsync(
    "credit",
    new("It grants credit to nearly everybody, and payments fall behind.") { Alias = "champion", Ticket = "LEND-120" }
);
Narration.Tell(
    "otto",
    $"rolls back: {rollback.From.Key} is {rollback.From.Stage}, {rollback.To.Key} is {rollback.To.Stage} and champion again."
);
await office.SignAsync();
foreach (var day in new[] { 12, 16, 17 })
{
    var at = new DateTimeOffset(2026, 3, day, 18, 0, 0, TimeSpan.Zero);
    var live = await office.Auditor.WhatWasLiveAsync("credit", at);
    Narration.Tell(
        "audrey",
        $"asks what was live on {day} March at 18:00: {string.Join(", ", live.Select(tenure => $"{tenure.Version}, by entry {tenure.FromEntry} of the log"))}."
    );
}

clock.GoTo(3, 18);
Narration.Chapter(clock.Now, "does the log hold?");
var verification = await office.Auditor.VerifyAsync();
Narration.Tell(
    "audrey",
    $"verifies: {verification.Status}. {verification.Log.Size} entries, {verification.RecordCount} records, {verification.Log.CheckpointCount} checkpoints from outside the database."
);
var history = await Dossier.HistoryAsync(office.Auditor, "credit");
var document = await Dossier.WriteAsync(office.Auditor, verification, history);
document.SaveHtml("governed-model.html");

var target = history.First(entry => entry is { Principal: "rita", Version.Number: 2 });
office.Tamper("tampered.db", target.Index);
Narration.Tell(
    "mallory",
    $"changes one byte of entry {target.Index}, rita's approval of {second.Key}, in a copy of the database."
);
await office.VerifyCopyAsync("tampered.db");
Narration.Tell("mallory", "puts yesterday's file in its place, in which the rollback has not happened.");
await office.VerifyCopyAsync("yesterday.db");

Narration.Chapter(clock.Now, "how the versions moved, the last entry first");
Dossier.Print(history);
Console.WriteLine();
Console.WriteLine("The dossier for an auditor is in governed-model.html, everything else in governed-model/.");
