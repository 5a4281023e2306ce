using System.Collections.Frozen;
using Mlops.Conformance.Protocol;
using Mlops.Statistics.Divergences;
using Mlops.Statistics.Histograms;

namespace Mlops.Conformance.Operations;

/// <summary>Two samples in bins of the reference's, and how far apart their shares are.</summary>
internal sealed class BinnedOperation : IOperation
{
    public string Name => "drift.binned";

    /// <remarks>Edges are chosen from the reference, so that what the API calls values is x.</remarks>
    public FrozenDictionary<string, string> ArgumentNames { get; } =
        new Dictionary<string, string> { ["values"] = "x" }.ToFrozenDictionary();

    public void Answer(CaseArguments arguments, CaseResult result)
    {
        double[] x = arguments.Sample("x"),
            y = arguments.Sample("y");
        var bins = arguments.Integer("bins");
        var edges =
            arguments.Choice("binning", "quantile", "uniform") == "quantile"
                ? HistogramBinning.QuantileOfUnsorted(x, bins)
                : HistogramBinning.Uniform(x, bins);
        var definition = new HistogramDefinition(edges);
        HistogramAccumulator reference = definition.Create(),
            current = definition.Create();
        reference.Add(x);
        current.Add(y);
        result.Add("reference_shares", Shares(reference));
        result.Add("current_shares", Shares(current));
        result.Add("population_stability", PopulationStabilityIndex.Index(reference.Counts, current.Counts));
        result.Add("jensen_shannon", JensenShannon.Distance(reference.Counts, current.Counts));
        result.Add("hellinger", Hellinger.Distance(reference.Counts, current.Counts));
        result.Add("total_variation", TotalVariation.Distance(reference.Counts, current.Counts));
    }

    private static double[] Shares(HistogramAccumulator histogram)
    {
        var shares = new double[histogram.Counts.Length];
        for (var i = 0; i < shares.Length; i++)
        {
            shares[i] = (double)histogram.Counts[i] / histogram.Count;
        }

        return shares;
    }
}
