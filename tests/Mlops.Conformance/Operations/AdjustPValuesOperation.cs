using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.MultipleTesting;

namespace Mlops.Conformance.Operations;

/// <summary>Adjusted p-values.</summary>
internal sealed class AdjustPValuesOperation : IOperation
{
    public string Name => "stats.adjust_p_values";

    public FrozenDictionary<string, string> ArgumentNames { get; } =
        new Dictionary<string, string> { ["pValues"] = "p_values" }.ToFrozenDictionary();

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var pValues = arguments.Numbers("p_values");
        var method = arguments.Choice(
            "method",
            "benjamini-hochberg",
            "benjamini-yekutieli",
            "bonferroni",
            "holm"
        ) switch
        {
            "benjamini-hochberg" => PValueAdjustmentMethod.BenjaminiHochberg,
            "benjamini-yekutieli" => PValueAdjustmentMethod.BenjaminiYekutieli,
            "holm" => PValueAdjustmentMethod.Holm,
            _ => PValueAdjustmentMethod.Bonferroni,
        };
        PValueAdjustment.Adjust(pValues, method, pValues);
        result.Add("adjusted", pValues);
    }
}
