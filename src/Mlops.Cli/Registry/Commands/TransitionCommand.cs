using System.CommandLine;
using Mlops.Cli.Registry.Views;
using Mlops.Registry;
using Mlops.Registry.Models;
using Mlops.Registry.Policies;
using Mlops.Registry.Stages;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry transition</c>: moves a version between stages, or asks whether it might.</summary>
internal sealed class TransitionCommand
{
    private readonly Argument<string> _version = CommonOptions.Version();
    private readonly Argument<string> _stage = new("STAGE")
    {
        Description = "The stage to go to: registered, approved, staged, active, suspended or retired.",
    };
    private readonly Option<string?> _reason = CommonOptions.Text("--reason", "Why; a dry run needs none.");
    private readonly Option<string?> _ticket = CommonOptions.Text("--ticket", "The ticket in your own system.", "ID");
    private readonly Option<bool> _keep = CommonOptions.Flag(
        "--keep-others",
        "Other active versions stay active, as in a canary; otherwise they make way."
    );
    private readonly Option<string?> _alias = CommonOptions.Text(
        "--alias",
        "An alias that moves to the version in the same commit; with active alone.",
        "ALIAS"
    );
    private readonly Option<bool> _dryRun = CommonOptions.Flag(
        "--dry-run",
        "Says what the policy would say, and changes nothing; 2 when it would refuse."
    );

    public static Command Create(RegistryTool tool)
    {
        var it = new TransitionCommand();
        return tool.Command(
            "transition",
            "Moves a version to another stage, if its policy allows.",
            it.RunAsync,
            [it._version, it._stage, it._reason, it._ticket, it._keep, it._alias, it._dryRun]
        );
    }

    private async Task<int> RunAsync(RegistryCall call, CancellationToken cancellationToken)
    {
        var stage = Words.Parse<Stage>(call.Get(_stage), "The stage");
        var key = await VersionReference
            .ResolveAsync(call.Registry, call.Get(_version), cancellationToken)
            .ConfigureAwait(false);
        if (call.Get(_dryRun))
        {
            return await CheckAsync(call, key, stage, cancellationToken).ConfigureAwait(false);
        }

        var reason = call.Get(_reason);
        if (string.IsNullOrWhiteSpace(reason))
        {
            throw new CliException("A step goes with --reason: why? The log keeps it. (--dry-run needs none.)");
        }

        var version = await call.Registry.GetVersionAsync(key, cancellationToken).ConfigureAwait(false);
        ThrowIfOtherCommand(version, stage);
        var result = await call
            .Registry.TransitionAsync(
                key,
                new TransitionRequest(stage, reason)
                {
                    Ticket = call.Get(_ticket),
                    KeepOthersActive = call.Get(_keep),
                    Alias = call.Get(_alias),
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        if (call.IsJson)
        {
            return call.Answer(writer => Write(writer, result), _ => { });
        }

        List<string> notes = [];
        if (result.Superseded.Count > 0)
        {
            notes.Add($"Superseded: {string.Join(", ", result.Superseded)}.");
        }

        if (call.Get(_alias) is { } alias)
        {
            notes.Add($"{alias} points to {key}.");
        }

        if (result.Decision is { } decision)
        {
            notes.AddRange(decision.Unmet(RuleMode.Warn).Select(rule => $"Warning, {rule.Rule}: {rule.Message}"));
        }

        return await call.AnswerAsync(
                result.Version,
                $"{key} is {result.Version.Stage} (entry {result.Entry} of the log).",
                notes,
                cancellationToken,
                hasAlias: call.Get(_alias) is not null
            )
            .ConfigureAwait(false);
    }

    private static async Task<int> CheckAsync(
        RegistryCall call,
        VersionKey key,
        Stage stage,
        CancellationToken cancellationToken
    )
    {
        var version = await call.Registry.GetVersionAsync(key, cancellationToken).ConfigureAwait(false);
        var decision = await call.Registry.CheckAsync(key, stage, cancellationToken).ConfigureAwait(false);

        // What the policy wants is worth knowing before the stages lead there.
        var isStep = StageMachine.CanMove(version.Stage, stage);
        var isAllowed = isStep && decision.IsAllowed;
        call.Answer(
            writer => writer.Record(decision),
            console =>
            {
                console.Sentence(
                    isAllowed ? RegistryConsole.Done : RegistryConsole.Refused,
                    !isStep
                            ? $"{StageMachine.Describe(key, version.Stage)}, not to {stage}. What {decision.Policy} (tier {decision.Tier}) would say: {RuleTable.Sum(decision)}."
                        : isAllowed
                            ? $"{key} may become {stage} under {decision.Policy} (tier {decision.Tier}); nothing was changed."
                        : $"{key} may not become {stage} under {decision.Policy} (tier {decision.Tier}): {RuleTable.Sum(decision)}."
                );
                RuleTable.Write(console, decision);
                if (!isAllowed)
                {
                    console.Next(NextSteps.Of(version, decision));
                }
            }
        );
        return isAllowed ? ExitCode.Success : ExitCode.Refused;
    }

    // Reviews and decisions have commands of their own.
    private static void ThrowIfOtherCommand(ModelVersion version, Stage stage)
    {
        var step = StageMachine.Require(version.Key, version.Stage, stage);
        var command = step.Operation switch
        {
            StageOperation.RequestReview => $"mlops registry review {version.Key} --reason TEXT",
            StageOperation.Approve => $"mlops registry approve {version.Key} --role ROLE --ticket ID",
            StageOperation.Reject => $"mlops registry reject {version.Key} --role ROLE --ticket ID --reason TEXT",
            StageOperation.RollBack => $"mlops registry rollback {version.Key.Model} --reason TEXT",
            StageOperation.MakeWay => $"mlops registry transition {version.Key.Model}@N active --reason TEXT",
            _ => null,
        };
        if (command is not null)
        {
            throw new InvalidTransitionException(
                version.Stage,
                stage,
                $"{version.Key} becomes {stage} by another command: {command}"
            );
        }
    }

    private static void Write(System.Text.Json.Utf8JsonWriter writer, TransitionResult result)
    {
        writer.WriteStartObject();
        if (result.Decision is { } decision)
        {
            writer.Record("decision", decision);
        }

        writer.WriteNumber("entry", result.Entry);
        writer.WriteNumber("revision", result.Version.Revision);
        writer.WriteStartArray("superseded");
        foreach (var key in result.Superseded)
        {
            writer.WriteStringValue(key.ToString());
        }

        writer.WriteEndArray();
        writer.Record("version", result.Version);
        writer.WriteEndObject();
    }
}
