using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.Divergences;

namespace Mlops.Conformance.Operations;

/// <summary>The Kullback-Leibler divergence, in nats.</summary>
internal sealed class KullbackLeiblerOperation : IOperation
{
    public string Name => "drift.kullback_leibler";

    public FrozenDictionary<string, string> ArgumentNames { get; } =
        new Dictionary<string, string> { ["reference"] = "p", ["current"] = "q" }.ToFrozenDictionary();

    public void Answer(CaseArguments arguments, CaseResult result) =>
        result.Add("divergence", KullbackLeibler.Divergence(arguments.Numbers("p"), arguments.Numbers("q")));
}
