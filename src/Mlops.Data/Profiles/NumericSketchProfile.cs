using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Moments;
using Mlops.Statistics.Sketches.Cardinality;
using Mlops.Statistics.Sketches.Quantiles;

namespace Mlops.Data.Profiles;

/// <summary>A number column without a reference: a quantile sketch, moments, and the number of distinct values.</summary>
/// <remarks>Up to 64 different values are counted exactly beside the sketch.</remarks>
public sealed class NumericSketchProfile : ColumnProfile
{
    private readonly SketchOptions _options;
    private KllSketch<double> _quantiles;
    private HyperLogLog _cardinality;
    private MomentsAccumulator _moments;
    private DistinctValues _distinct = new();

    internal NumericSketchProfile(ProfiledColumn definition, SketchOptions options)
        : base(definition)
    {
        _options = options;
        _quantiles = options.Quantiles.Create();
        _cardinality = options.Cardinality.Create();
        _moments = new MomentsDefinition().Create();
    }

    /// <summary>Count, mean, variance, extremes: exact, as far as sums of doubles are.</summary>
    public MomentsResult Moments => _moments.Value;

    /// <summary>The number of distinct values, estimated; exact up to 64.</summary>
    public double DistinctEstimate => _distinct.IsComplete ? _distinct.DistinctCount : _cardinality.Estimate;

    /// <summary>Whether every value was counted by itself, so that nothing about them is an estimate.</summary>
    public bool IsDistinctExact => _distinct.IsComplete;

    /// <summary>The value of a rank: the quantile of type 1, within the sketch's error.</summary>
    /// <param name="probability">The probability, in [0,1].</param>
    /// <returns>One of the values; NaN when there are none.</returns>
    public double Quantile(double probability) => _quantiles.Quantile(probability);

    /// <summary>How far a share that is read off the sketch may be from the truth.</summary>
    /// <param name="confidence">How surely, in (0,1).</param>
    public Mlops.Statistics.Sketches.SketchError RankError(double confidence = 0.99) =>
        _quantiles.RankError(confidence);

    /// <inheritdoc/>
    /// <remarks>Exact up to 64 distinct values; otherwise the rows with a value, which is no smaller.</remarks>
    public override long ModalCount =>
        _distinct.IsComplete ? _distinct.ToWeighted().Counts.DefaultIfEmpty().Max() : PresentCount;

    /// <inheritdoc/>
    public override bool IsConstant => _distinct.IsComplete && _distinct.DistinctCount == 1;

    /// <summary>The bins that a reference of these values gets.</summary>
    internal NumericBinning ToBinning() => NumericBinning.FromCounts(Weighted(), _distinct.IsComplete);

    /// <summary>The same values counted in the cells of a binning, within the sketch's error.</summary>
    private protected override ColumnProfile CountValues(ProfiledColumn target)
    {
        var weighted = Weighted();
        var cells = target.Binning!.Cells.Create();
        for (var i = 0; i < weighted.Values.Length; i++)
        {
            cells.Add(weighted.Values[i], weighted.Counts[i]);
        }

        var rows = (double)_quantiles.Count;
        var variance = _distinct.IsComplete ? 0 : _quantiles.RankVarianceBound * rows * rows;
        return new NumericColumnProfile(target, cells, _moments, variance);
    }

    private WeightedValues Weighted()
    {
        if (_distinct.IsComplete)
        {
            return _distinct.ToWeighted();
        }

        var (values, weights) = _quantiles.ToWeighted();
        return new WeightedValues(values, weights);
    }

    private protected override long ValueCount => _quantiles.Count;

    private protected override void AddValues(Column column, ComputeContext context)
    {
        var values = ((NumericColumn)column).Values.Span;
        _quantiles.Add(values);
        _moments.Add(values, context);
        _distinct.Add(values);
        _cardinality.Add(values);
    }

    private protected override void MergeValues(ColumnProfile other)
    {
        var numeric = (NumericSketchProfile)other;
        _quantiles.Merge(numeric._quantiles);
        _moments.Merge(numeric._moments);
        _distinct.Merge(numeric._distinct);
        _cardinality.Merge(numeric._cardinality);
    }

    private protected override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("cardinality");
        _cardinality.WriteTo(writer);
        if (_distinct.IsComplete)
        {
            writer.WritePropertyName("distinct");
            _distinct.WriteTo(writer);
        }

        writer.WritePropertyName("moments");
        _moments.WriteTo(writer);
        writer.WritePropertyName("quantiles");
        _quantiles.WriteTo(writer);
    }

    private protected override void ReadValues(JsonElement state)
    {
        _cardinality = _options.Cardinality.Read(state.Required("cardinality"));
        _distinct = DistinctValues.Read(state.TryGetProperty("distinct", out var distinct) ? distinct : null);
        _moments = new MomentsDefinition().Read(state.Required("moments"));
        _quantiles = _options.Quantiles.Read(state.Required("quantiles"));
        if (_distinct.IsComplete && _distinct.ToWeighted().Count is var total && total != _quantiles.Count)
        {
            throw new FormatException(
                $"Column '{Definition.Schema.Name}': its distinct values add up to {total}, its sketch to {_quantiles.Count}."
            );
        }
    }
}
