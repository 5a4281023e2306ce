using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Histograms;
using Mlops.Statistics.Moments;

namespace Mlops.Data.Profiles;

/// <summary>A number column: its cells and its moments.</summary>
public sealed class NumericColumnProfile : ColumnProfile
{
    private HistogramAccumulator _cells;
    private MomentsAccumulator _moments;

    internal NumericColumnProfile(ProfiledColumn definition)
        : base(definition)
    {
        Binning = definition.Binning!;
        _cells = Binning.Cells.Create();
        _moments = new MomentsDefinition().Create();
    }

    internal NumericColumnProfile(
        ProfiledColumn definition,
        HistogramAccumulator cells,
        MomentsAccumulator moments,
        double countVariance
    )
        : this(definition)
    {
        _cells = cells;
        _moments.Merge(moments);
        CountVariance = countVariance;
    }

    /// <summary>The bins that are counted.</summary>
    public NumericBinning Binning { get; }

    /// <summary>The counts of the cells, which <see cref="Binning"/> sums into bins.</summary>
    public ReadOnlySpan<long> Cells => _cells.Counts;

    /// <summary>A bound of the variance, in squared rows, that a sketch has brought into the count of any run of cells; 0 when they are exact.</summary>
    public double CountVariance { get; private set; }

    /// <summary>Count, mean, variance, extremes.</summary>
    public MomentsResult Moments => _moments.Value;

    /// <inheritdoc/>
    public override bool IsConstant
    {
        get
        {
            var moments = _moments.Value;
            return PresentCount > 0
                && (
                    moments.InfiniteCount == 0
                        ? moments.Minimum == moments.Maximum
                        : moments.InfiniteCount == PresentCount
                            && (Cells[0] == PresentCount || Cells[^1] == PresentCount)
                );
        }
    }

    /// <inheritdoc/>
    /// <remarks>Exact for up to 20 distinct reference values; otherwise the largest bin's, which is no smaller.</remarks>
    public override long ModalCount => IsConstant ? PresentCount : Binning.SumValueBins(Cells).Max();

    private protected override long ValueCount => _cells.Count;

    private protected override void AddValues(Column column, ComputeContext context)
    {
        var values = ((NumericColumn)column).Values.Span;
        _cells.Add(values, context);
        _moments.Add(values, context);
    }

    private protected override void MergeValues(ColumnProfile other)
    {
        var numeric = (NumericColumnProfile)other;
        _cells.Merge(numeric._cells);
        _moments.Merge(numeric._moments);
        CountVariance += numeric.CountVariance;
    }

    private protected override ColumnProfile CountValues(ProfiledColumn target) =>
        throw new InvalidOperationException("Bins that were counted can't be counted as other bins.");

    private protected override void WriteValues(Utf8JsonWriter writer)
    {
        writer.WritePropertyName("cells");
        _cells.WriteTo(writer);
        if (CountVariance > 0)
        {
            writer.WriteReal("countVariance", CountVariance);
        }

        writer.WritePropertyName("moments");
        _moments.WriteTo(writer);
    }

    private protected override void ReadValues(JsonElement state)
    {
        _cells = Binning.Cells.Read(state.Required("cells"));
        _moments = new MomentsDefinition().Read(state.Required("moments"));
        CountVariance = state.TryGetProperty("countVariance", out var variance) ? variance.GetReal() : 0;
        if (!(CountVariance >= 0 && double.IsFinite(CountVariance)))
        {
            throw new FormatException(
                $"Column '{Definition.Schema.Name}': 'countVariance' is {CountVariance:R}; a variance is finite and not negative."
            );
        }
    }
}
