using Mlops.Data;
using Mlops.Statistics.Compute;

namespace Mlops.Drift.Presets;

/// <summary>Takes two data sets apart into columns, has each scored, and leaves out what the preset is not for.</summary>
internal sealed class PresetComparison(DriftPreset preset, Dataset reference, Dataset current, ComputeContext? context)
{
    private readonly List<PresetColumn> _columns = [];
    private readonly List<OmittedColumn> _omitted = [];

    public PresetReport Report()
    {
        for (var i = 0; i < reference.Columns.Count; i++)
        {
            Add(reference.Columns[i], reference.Schema.Columns[i].Role ?? ColumnRole.Feature);
        }

        foreach (var column in current.Columns)
        {
            if (!reference.TryGetColumn(column.Name, out _))
            {
                _omitted.Add(new(column.Name, null, "the reference does not have it"));
            }
        }

        return new PresetReport(
            preset,
            new ComparedData(reference.Name, reference.RowCount, reference.Digest),
            new ComparedData(current.Name, current.RowCount, current.Digest),
            _columns,
            _omitted,
            preset.Decide(_columns)
        );
    }

    private void Add(Column column, ColumnRole role)
    {
        if (Why(column, role) is { } why)
        {
            _omitted.Add(new(column.Name, role, why));
            return;
        }

        var isThere = current.TryGetColumn(column.Name, out var other);
        var pair = new PresetColumnPair(column, other ?? column, role)
        {
            IsNumber = column is NumericColumn numbers && preset.TakesForNumber(numbers),
        };
        context?.CancellationToken.ThrowIfCancellationRequested();
        if (isThere)
        {
            _columns.Add(preset.Score(pair, context));
            return;
        }

        var method = preset.MethodOf(pair);
        _columns.Add(
            new()
            {
                Name = column.Name,
                Kind = column.Kind,
                Role = role,
                Method = method,
                Score = double.NaN,
                Threshold = preset.ThresholdOf(pair, method),
                IsDetected = false,
                Status = ResultStatus.Absent,
                Reason = $"the current data do not have the column; {preset.Title} throws",
            }
        );
    }

    private static string? Why(Column column, ColumnRole role) =>
        role switch
        {
            ColumnRole.Identifier => "an identifier",
            ColumnRole.Time => "a time",
            ColumnRole.Excluded => "excluded",
            _ => column.Kind switch
            {
                ColumnKind.Time => "a time",
                ColumnKind.Text => "free text, for which no preset has a method",
                ColumnKind.Embedding => "vectors, for which no preset has a method",
                _ => null,
            },
        };
}
