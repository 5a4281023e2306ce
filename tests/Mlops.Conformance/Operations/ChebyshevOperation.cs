using Mlops.Conformance.Protocol;
using Mlops.Statistics.Divergences;

namespace Mlops.Conformance.Operations;

/// <summary>The Chebyshev distance.</summary>
internal sealed class ChebyshevOperation : IOperation
{
    public string Name => "drift.chebyshev";

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add("distance", Chebyshev.Distance(arguments.Numbers("p"), arguments.Numbers("q")));
}
