using Mlops.Conformance.Protocol;
using Mlops.Statistics.Divergences;

namespace Mlops.Conformance.Operations;

/// <summary>The total variation distance.</summary>
internal sealed class TotalVariationOperation : IOperation
{
    public string Name => "drift.total_variation";

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add("distance", TotalVariation.Distance(arguments.Numbers("p"), arguments.Numbers("q")));
}
