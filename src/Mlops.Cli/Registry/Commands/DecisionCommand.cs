using System.CommandLine;
using System.Text.Json.Nodes;
using Mlops.Cli.Registry.Views;
using Mlops.Registry.Models;
using Mlops.Registry.Risk;
using Mlops.Registry.Serialization;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry decision</c> and <c>hazards</c>: what a policy of high risk wants to be written down.</summary>
internal static class DecisionCommand
{
    public static Command Create(RegistryTool tool)
    {
        var version = CommonOptions.Version();
        var kind = CommonOptions.RequiredText(
            "--kind",
            $"What was decided about: {string.Join(", ", Enum.GetValues<DecisionKind>().Select(Words.Of))}.",
            "KIND"
        );
        var subject = CommonOptions.RequiredText("--subject", "The thing: a feature's name, a parameter.", "NAME");
        var choice = CommonOptions.RequiredText("--choice", "What was chosen.", "TEXT");
        var reason = CommonOptions.Reason("Why.");
        var alternatives = CommonOptions.Texts("--alternative", "What else was considered; may be repeated.", "TEXT");
        return tool.Command(
            "decision",
            "Records why something about a version is as it is: this feature, this algorithm, this setting.",
            async (call, cancellationToken) =>
            {
                var decision = new DesignDecision(
                    Words.Parse<DecisionKind>(call.Get(kind)!, "--kind"),
                    call.Get(subject)!,
                    call.Get(choice)!,
                    call.Get(reason)!,
                    call.Get(alternatives) ?? []
                );
                var key = await VersionReference
                    .ResolveAsync(call.Registry, call.Get(version), cancellationToken)
                    .ConfigureAwait(false);
                var changed = await call
                    .Registry.RecordDecisionAsync(key, decision, cancellationToken)
                    .ConfigureAwait(false);
                return await call.AnswerAsync(
                        changed,
                        $"The decision on {decision.Subject} of {key} is recorded.",
                        [],
                        cancellationToken
                    )
                    .ConfigureAwait(false);
            },
            [version, kind, subject, choice, alternatives, reason]
        );
    }

    public static Command Hazards(RegistryTool tool)
    {
        var model = CommonOptions.Model();
        var file = new Argument<string?>("FILE")
        {
            Description = "The whole risk register as JSON: subject, hazards; shows the present one when left out.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var reason = CommonOptions.Text("--reason", "What changed, and why.");
        return tool.Command(
            "hazards",
            "Shows or keeps the risk register of a model: hazards, controls, residual risks.",
            async (call, cancellationToken) =>
            {
                var name = VersionReference.Model(call.Get(model));
                if (call.Optional(file) is { } path)
                {
                    var text = call.Get(reason);
                    if (string.IsNullOrWhiteSpace(text))
                    {
                        throw new CliException("A new risk register goes with --reason: what changed, and why?");
                    }

                    await call
                        .Registry.SetRiskRegisterAsync(
                            name,
                            RecordFile.Read<RiskRegister>(path, "risk register", Complete),
                            text,
                            cancellationToken
                        )
                        .ConfigureAwait(false);
                }

                var register =
                    await call.Registry.GetRiskRegisterAsync(name, cancellationToken).ConfigureAwait(false)
                    ?? throw new CliException(
                        $"'{name}' has no risk register yet; 'mlops registry hazards {name} FILE --reason TEXT' sets one."
                    );
                return call.Answer(
                    writer => writer.Record(register),
                    console =>
                    {
                        console.Sentence(
                            RegistryConsole.Done,
                            $"The risk register of {name} has {Words.Count(register.Hazards.Count, "hazard")}."
                        );
                        console.Facts(
                            register.Findings().Select(finding => (finding.Subject, (string?)finding.Message))
                        );
                    }
                );
            },
            [model, file, reason]
        );
    }

    private static void Complete(JsonObject register)
    {
        register.Default("acceptability", JsonNode.Parse(RegistryJson.Serialize(RiskAcceptabilityMatrix.Default))!);
        foreach (var hazard in (register["hazards"] as JsonArray ?? []).OfType<JsonObject>())
        {
            hazard.Default("controls", new JsonArray());
            hazard.Default("status", "open");
        }
    }
}
