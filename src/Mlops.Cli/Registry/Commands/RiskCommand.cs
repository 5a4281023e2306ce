using System.CommandLine;
using Mlops.Cli.Registry.Views;
using Mlops.Registry.Risk;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry risk</c>: declares the factors, from which the tier is computed.</summary>
internal sealed class RiskCommand
{
    private readonly Argument<string> _version = CommonOptions.Version();
    private readonly Option<string> _data = Factor("--data-sensitivity", "How sensitive the data are");
    private readonly Option<string> _impact = Factor("--business-impact", "How much a wrong decision costs");
    private readonly Option<string> _complexity = Factor("--model-complexity", "How hard the model is to understand");
    private readonly Option<string> _scope = Factor("--deployment-scope", "How widely it is used");
    private readonly Option<bool> _health = CommonOptions.Flag("--health-data", "It uses health data: at least high.");
    private readonly Option<bool> _profiles = CommonOptions.Flag(
        "--profiles-people",
        "It profiles natural persons: no exemption from Annex III then."
    );
    private readonly Option<string[]> _annex = CommonOptions.Texts(
        "--annex-iii",
        $"A use in Annex III of the EU AI Act, at least high; may be repeated: {string.Join(", ", Enum.GetValues<AnnexThreeArea>().Select(Words.Of))}.",
        "AREA"
    );
    private readonly Option<string[]> _prohibited = CommonOptions.Texts(
        "--prohibited-practice",
        $"A practice that article 5 of the EU AI Act prohibits; it is refused: {string.Join(", ", Enum.GetValues<ProhibitedPractice>().Select(Words.Of))}.",
        "PRACTICE"
    );
    private readonly Option<string> _reason = CommonOptions.Reason("Why it is assessed now.");

    public static Command Create(RegistryTool tool)
    {
        var it = new RiskCommand();
        return tool.Command(
            "risk",
            "Assesses the risk of a version: the tier is computed from what is declared, and explains itself.",
            it.RunAsync,
            [
                it._version,
                it._data,
                it._impact,
                it._complexity,
                it._scope,
                it._health,
                it._profiles,
                it._annex,
                it._prohibited,
                it._reason,
            ]
        );
    }

    private async Task<int> RunAsync(RegistryCall call, CancellationToken cancellationToken)
    {
        RiskFactor Level(Option<string> option)
        {
            var parts = call.Get(option)!.Split('=', 2);
            return new RiskFactor(Words.Parse<FactorLevel>(parts[0], option.Name), parts.Length == 2 ? parts[1] : null);
        }

        var factors = new RiskFactors(Level(_data), Level(_impact), Level(_complexity), Level(_scope));
        var context = new RiskContext
        {
            UsesHealthData = call.Get(_health),
            ProfilesNaturalPersons = call.Get(_profiles),
            AnnexThreeUses = Values<AnnexThreeArea>(call, _annex),
            ProhibitedPractices = Values<ProhibitedPractice>(call, _prohibited),
        };
        var key = await VersionReference
            .ResolveAsync(call.Registry, call.Get(_version), cancellationToken)
            .ConfigureAwait(false);
        var version = await call
            .Registry.AssessRiskAsync(key, factors, context, call.Get(_reason)!, cancellationToken)
            .ConfigureAwait(false);
        var risk = version.Risk!;
        return await call.AnswerAsync(
                version,
                risk.Tier is { } tier
                    ? $"The risk of {key} is {Words.Of(tier)}."
                    : $"The use of {key} is prohibited: it can't be approved.",
                risk.Explain().Split('\n'),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static IReadOnlyList<T> Values<T>(RegistryCall call, Option<string[]> option)
        where T : struct, Enum =>
        [
            .. (call.Get(option) ?? [])
                .SelectMany(text =>
                    text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                )
                .Select(text => Words.Parse<T>(text, option.Name)),
        ];

    private static Option<string> Factor(string name, string question) =>
        CommonOptions.RequiredText(name, $"{question}: low, medium or high; high=WHY keeps the reason.", "LEVEL");
}
