using Mlops.Conformance.Protocol;
using Mlops.Statistics.Divergences;

namespace Mlops.Conformance.Operations;

/// <summary>The Hellinger distance.</summary>
internal sealed class HellingerOperation : IOperation
{
    public string Name => "drift.hellinger";

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add("distance", Hellinger.Distance(arguments.Numbers("p"), arguments.Numbers("q")));
}
