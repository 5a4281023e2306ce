using System.Text.Json;
using Mlops.Conformance.Protocol;
using Mlops.Registry.Risk;

namespace Mlops.Conformance.Operations.Registry;

/// <summary>The tier from four declared factors, by the default rule.</summary>
internal sealed class RiskOperation : IOperation
{
    public string Name => "registry.risk";

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var factors = arguments.Element("factors");
        var assessment = RiskRule.Default.Assess(
            RiskFactors.Of(
                Level(factors, "data_sensitivity"),
                Level(factors, "business_impact"),
                Level(factors, "model_complexity"),
                Level(factors, "deployment_scope")
            )
        );
        result.Add("score", assessment.Score);
        result.Add("tier", assessment.Tier!.Value.ToString().ToLowerInvariant());
    }

    private static FactorLevel Level(JsonElement factors, string name) =>
        factors.ValueKind == JsonValueKind.Object && factors.TryGetProperty(name, out var given)
            ? given.ValueKind == JsonValueKind.String
                ? given.GetString() switch
                {
                    "low" => FactorLevel.Low,
                    "medium" => FactorLevel.Medium,
                    "high" => FactorLevel.High,
                    _ => throw Wrong(name, given),
                }
                : throw Wrong(name, given)
            : throw InvalidCaseException.Argument("factors", $"'{name}' is missing.");

    private static InvalidCaseException Wrong(string name, JsonElement given) =>
        InvalidCaseException.Argument("factors", $"'{name}' is {given.GetRawText()}; it must be low, medium or high.");
}
