using Mlops.Conformance.Protocol;
using Mlops.Drift.Attribution;

namespace Mlops.Conformance.Operations;

/// <summary>The agreement of two rankings of features by their attributions.</summary>
internal sealed class AttributionOperation : IOperation
{
    public string Name => "drift.attribution";

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add(
            "ndcg",
            AttributionDrift.Score(arguments.Numbers("reference"), arguments.Numbers("current")).Normalized
        );
}
