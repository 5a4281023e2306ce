using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.Intervals;

namespace Mlops.Conformance.Operations;

/// <summary>An interval of a proportion.</summary>
internal sealed class ProportionIntervalOperation : IOperation
{
    public string Name => "stats.proportion_interval";

    public FrozenDictionary<string, string> ArgumentNames { get; } =
        new Dictionary<string, string> { ["confidenceLevel"] = "confidence" }.ToFrozenDictionary();

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        var answer = ProportionInterval.Of(
            arguments.Integer("successes"),
            arguments.Integer("trials"),
            arguments.Number("confidence", 0.95),
            arguments.Choice("method", "agresti-coull", "clopper-pearson", "jeffreys", "normal", "wilson") switch
            {
                "agresti-coull" => ProportionIntervalMethod.AgrestiCoull,
                "clopper-pearson" => ProportionIntervalMethod.ClopperPearson,
                "jeffreys" => ProportionIntervalMethod.Jeffreys,
                "normal" => ProportionIntervalMethod.NormalApproximation,
                _ => ProportionIntervalMethod.Wilson,
            }
        );
        result.Add("lower", answer.Lower);
        result.Add("upper", answer.Upper);
    }
}
