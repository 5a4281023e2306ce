using Mlops.Registry;
using Mlops.Registry.Access;
using Mlops.Registry.Approvals;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Audit;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Redaction;
using Mlops.Registry.Retention;
using Mlops.Registry.Risk;
using Mlops.Registry.Stages;
using Mlops.Registry.Stores.Relational;
using Mlops.Registry.Transparency;
using Mlops.Serialization;
using Mlops.Storage.Migrations;
using Mlops.Storage.Sqlite;

namespace Snippets.Documents;

internal static class Governing
{
    public static async Task Register()
    {
        await using var house = await House.OpenAsync();
        var (ada, artifacts) = (house.Author, house.Artifacts);
        await File.WriteAllTextAsync("model.json", "weights");
        var training = ContentDigest.Of(await File.ReadAllBytesAsync("credit_scoring.csv"));
        // <snippet: Register>
        await using var content = File.OpenRead("model.json");
        var file = await artifacts.WriteAsync("model.json", content);

        var version = await ada.RegisterAsync(
            new VersionRegistration(
                "credit",
                new VersionDefinition
                {
                    Artifacts = ArtifactManifest.Create([file]),
                    Signature = new ModelSignature(
                        [new SignatureField("income", "double", [], Optional: true)],
                        [new SignatureField("score", "double", [])]
                    ),
                    Lineage = new Lineage { DataSets = [new DataSetReference("applications", "training", training)] },
                }
            )
        );

        version = await ada.AssessRiskAsync(
            version.Key,
            RiskFactors.Of(
                dataSensitivity: FactorLevel.Medium,
                businessImpact: FactorLevel.High,
                modelComplexity: FactorLevel.Low,
                deploymentScope: FactorLevel.Low
            ),
            new RiskContext { AnnexThreeUses = [AnnexThreeArea.EssentialServices] },
            "The first assessment."
        );
        Console.WriteLine($"{version.Key} is {version.Stage}. {version.Risk!.Explain()}");
        // </snippet>
    }

    public static async Task Evidence()
    {
        await using var house = await House.OpenAsync();
        var ada = house.Author;
        var key = await house.RegisterAsync();
        // <snippet: Evidence>
        var baseline = Mlops.Drift.DriftBaseline.Fit(Mlops.Data.Dataset.ReadCsv("reference.csv"));
        var report = baseline.Compare(Mlops.Data.Dataset.ReadCsv("january.csv"));

        await ada.AttachEvidenceAsync(
            key,
            new EvidenceAttachment(report.ToEvidence()) { Document = report.ToEnvelope().Bytes }
        );
        await ada.RecordDecisionAsync(
            key,
            new DesignDecision(
                DecisionKind.Algorithm,
                "model",
                "logistic regression",
                "Each weight can be defended before a customer.",
                ["boosted trees"]
            )
        );

        var version = await ada.GetVersionAsync(key);
        Console.WriteLine($"{version.Evidence[0].Statement.Kind}: {version.Evidence[0].Statement.Verdict}");
        Console.WriteLine(
            $"{version.Decisions[0].Subject}: {version.Decisions[0].Choice}, by {version.Decisions[0].DecidedBy}"
        );
        // </snippet>
    }

    public static async Task Approve()
    {
        await using var house = await House.OpenAsync();
        var (ada, vera, otto) = (house.Author, house.Validator, house.Operator);
        var key = await house.RegisterAsync();
        // <snippet: Approve>
        await ada.RequestReviewAsync(key, "Ready for its first use.");

        try
        {
            await ada.ApproveAsync(key, new ApprovalRequest("validator", "LEND-1"));
        }
        catch (AccessDeniedException refusal)
        {
            Console.WriteLine(refusal.Message);
        }

        var decision = await otto.CheckAsync(key, Stage.Approved);
        foreach (var rule in decision.Unmet(RuleMode.Enforce))
        {
            Console.WriteLine($"{rule.Rule}: {rule.Message}");
        }

        var version = await vera.ApproveAsync(key, new ApprovalRequest("validator", "LEND-2"));
        Console.WriteLine($"{version.Key} is {version.Stage}");
        // </snippet>
    }

    public static async Task Activate()
    {
        await using var house = await House.OpenAsync(activeVersions: 1);
        var otto = house.Operator;
        var key = await house.RegisterAsync();
        await house.Author.RequestReviewAsync(key, "The next one.");
        await house.Validator.ApproveAsync(key, new ApprovalRequest("validator", "LEND-3"));
        // <snippet: Activate>
        await otto.TransitionAsync(key, new TransitionRequest(Stage.Staged, "Into the shadow."));
        var result = await otto.TransitionAsync(key, new TransitionRequest(Stage.Active, "The shadow agreed."));
        Console.WriteLine(
            $"{result.Version.Key} is {result.Version.Stage}; superseded: {string.Join(", ", result.Superseded)}"
        );

        await otto.MoveAliasAsync("credit", "champion", key.Number, expectedRevision: 0, "In use.");
        try
        {
            await otto.MoveAliasAsync("credit", "champion", key.Number, expectedRevision: 0, "In use.");
        }
        catch (RegistryConflictException conflict)
        {
            Console.WriteLine(conflict.Message);
        }
        // </snippet>
    }

    public static async Task RollBack()
    {
        await using var house = await House.OpenAsync(activeVersions: 2);
        var (otto, audrey, clock) = (house.Operator, house.Auditor, house.Clock);
        // <snippet: RollBack>
        var before = clock.GetUtcNow();
        clock.Advance(TimeSpan.FromHours(1));

        var rollback = await otto.RollBackAsync(
            "credit",
            new RollbackRequest("Refuses too many.") { Ticket = "INC-7" }
        );
        Console.WriteLine($"{rollback.From.Key} is {rollback.From.Stage}, {rollback.To.Key} is {rollback.To.Stage}");

        foreach (var at in new[] { before, clock.GetUtcNow() })
        {
            foreach (var tenure in await audrey.WhatWasLiveAsync("credit", at))
            {
                Console.WriteLine($"{at:yyyy-MM-dd HH:mm}: {tenure.Version}, since entry {tenure.FromEntry}");
            }
        }
        // </snippet>
    }

    public static async Task Suspend()
    {
        await using var house = await House.OpenAsync(activeVersions: 1);
        var (otto, vera) = (house.Operator, house.Validator);
        var key = new VersionKey("credit", 1);
        // <snippet: Suspend>
        await vera.RevokeApprovalAsync(key, 1, "The test set leaked into the training data.");
        await otto.TransitionAsync(key, new TransitionRequest(Stage.Suspended, "Until that is settled."));

        try
        {
            await otto.TransitionAsync(key, new TransitionRequest(Stage.Active, "We need it."));
        }
        catch (PolicyRefusedException refusal)
        {
            Console.WriteLine(string.Join(", ", refusal.Decision!.Unmet(RuleMode.Enforce).Select(rule => rule.Rule)));
        }
        // </snippet>
    }

    public static async Task Standing()
    {
        await using var house = await House.OpenAsync(activeVersions: 1);
        var audrey = house.Auditor;
        // <snippet: Standing>
        var standing = await audrey.GetStandingAsync(new VersionKey("credit", 1));
        Console.WriteLine($"risk {standing.Tier}, {standing.Compliance}, bias check {standing.BiasCheck}");
        foreach (var approval in standing.Approvals)
        {
            Console.WriteLine($"{approval.Approval.Approver} as {approval.Approval.Role}: counts {approval.Counts}");
        }
        // </snippet>
    }

    public static async Task Late()
    {
        await using var house = await House.OpenAsync();
        var (ada, clock) = (house.Author, house.Clock);
        // <snippet: Late>
        var version = await ada.RegisterAsync(
            new VersionRegistration("credit", new VersionDefinition { Artifacts = ArtifactManifest.Create([]) })
            {
                LiveSince = clock.GetUtcNow().AddYears(-2),
                Reason = "In use before there was a registry.",
            }
        );
        Console.WriteLine($"{version.Key} is {version.Stage}");
        foreach (var gap in version.Retroactive!.Gaps)
        {
            Console.WriteLine($"{gap.Code}: {gap.Message}");
        }
        // </snippet>
    }

    public static async Task Delegate()
    {
        await using var house = await House.OpenAsync();
        var (vera, clock) = (house.Validator, house.Clock);
        var key = await house.RegisterAsync();
        await house.Author.RequestReviewAsync(key, "While vera is away.");
        // <snippet: Delegate>
        var delegation = await vera.DelegateAsync(
            new DelegationRequest("victor", "validator", clock.GetUtcNow().AddDays(14), "On leave.")
            {
                Model = "credit",
            }
        );

        var victor = house.Registry.As(new Principal("victor", [RegistryRole.Reader]));
        var version = await victor.ApproveAsync(key, new ApprovalRequest("validator", "LEND-4"));
        Console.WriteLine($"{delegation.Id}: {version.Approvals[0].Approver}, for {version.Approvals[0].DelegatedBy}");
        // </snippet>
    }

    public static async Task Verify()
    {
        await using var house = await House.OpenAsync(activeVersions: 1);
        var (adam, audrey, key) = (house.Administrator, house.Auditor, house.Key);
        // <snippet: Verify>
        var alone = await audrey.VerifyAsync();
        Console.WriteLine($"without a checkpoint: {alone.Status}");

        await adam.SignCheckpointAsync();
        var verification = await audrey.VerifyAsync();
        Console.WriteLine($"with one: {verification.Status}");

        var activation = (await audrey.GetHistoryAsync(new HistoryQuery("credit") { Limit = 1 })).Items[0];
        var proof = await audrey.ProveAsync(activation.Index);
        await File.WriteAllTextAsync($"activation{TlogProof.FileExtension}", proof.ToString());
        Console.WriteLine($"entry {proof.Index} is in a log of {Checkpoint.Parse(proof.Checkpoint.Text).Size}");
        // </snippet>
    }

    public static async Task Read()
    {
        await using var house = await House.OpenAsync(activeVersions: 1);
        var audrey = house.Auditor;
        // <snippet: Read>
        await house.Operator.GetVersionAsync(new VersionKey("credit", 1));
        await house.Registry.FlushAccessRecordsAsync();

        var size = (await audrey.VerifyAsync()).Log.Size;
        var last = await audrey.GetEntryAsync(size - 1);
        foreach (var read in last.Reads)
        {
            Console.WriteLine($"{last.Action}: {read.Principal}, {read.Operation} {read.Subject}");
        }
        // </snippet>
    }

    public static async Task Retain()
    {
        await using var house = await House.OpenAsync(activeVersions: 2);
        var (adam, otto, clock) = (house.Administrator, house.Operator, house.Clock);
        // <snippet: Retain>
        var key = new VersionKey("credit", 1);
        await adam.SetRetentionAsync(
            key,
            [new RetentionPeriod(RetentionClass.EuAiActDocumentation, clock.GetUtcNow())],
            "Placed on the market today."
        );
        await adam.PlaceHoldAsync(key, "case-12", "A customer contests a refusal");
        await otto.TransitionAsync(key, new TransitionRequest(Stage.Retired, "Out of use."));

        try
        {
            await adam.EraseAsync(key, "Room is wanted.");
        }
        catch (PolicyRefusedException refusal)
        {
            Console.WriteLine(refusal.Message);
        }
        // </snippet>
    }

    public static async Task Redact()
    {
        // <snippet: Redact>
        await using var house = await House.OpenAsync(
            activeVersions: 1,
            options =>
            {
                options.Redaction.Reasons = DataClassification.Personal;
                options.Redaction.Key = new byte[32]; // in earnest 32 random bytes out of a vault
            }
        );

        var history = await house.Auditor.GetHistoryAsync(new HistoryQuery("credit") { Limit = 1 });
        Console.WriteLine(history.Items[0].Reason);
        // </snippet>
    }

    public static async Task Migrate()
    {
        // <snippet: Migrate>
        await using var database = SqliteDatabase.Open("registry.db");
        var plan = await new Migrator(database, RegistryMigrations.Set, TimeProvider.System).PlanAsync();
        await File.WriteAllTextAsync("registry.sql", plan.ToSql());
        // </snippet>
    }
}
