using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics;
using Mlops.Statistics.Compute;

namespace Mlops.Data.Profiles;

/// <summary>Everything a comparison needs to know of a data set, small enough to save, send and merge.</summary>
/// <remarks>
/// Made by <see cref="DatasetProfileDefinition.Create"/>. Merging profiles of parts equals one pass over the whole: exactly
/// for counts, within 1e-12 of the data's scale for moments, within the stated error for sketches. It holds counts, moments and
/// sketches, with the names of categories and a sample of a column's values, but no row. Not thread-safe: give each thread its own
/// and merge them.
/// </remarks>
public sealed partial class DatasetProfile : IAccumulator<DatasetProfile>
{
    private readonly DatasetProfileDefinition _definition;
    private readonly ColumnProfile[] _columns;
    private readonly SortedSet<string> _unknownColumns = new(StringComparer.Ordinal);

    internal DatasetProfile(DatasetProfileDefinition definition)
    {
        _definition = definition;
        _columns = [.. definition.JudgedColumns.Select(column => ColumnProfile.Create(column, definition.Sketches))];
    }

    /// <summary>What is counted.</summary>
    public DatasetProfileDefinition Definition => _definition;

    IStatisticDefinition IAccumulator.Definition => _definition;

    /// <summary>How many rows were added.</summary>
    public long Count { get; private set; }

    /// <summary>The judged columns, in the definition's order.</summary>
    public IReadOnlyList<ColumnProfile> Columns => _columns;

    /// <summary>Columns that were there and that the definition does not have; they are not judged.</summary>
    public IReadOnlyCollection<string> UnknownColumns => _unknownColumns;

    /// <summary>The profile of a column.</summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="KeyNotFoundException">No judged column has that name.</exception>
    public ColumnProfile this[string column] =>
        _definition.IndexOf(column) is >= 0 and var index
            ? _columns[index]
            : throw new KeyNotFoundException($"The profile has no judged column '{column}'.");

    /// <summary>Takes in the rows of a data set, read with the definition's schema.</summary>
    /// <param name="data">The rows. Columns may lack, be more, or be of another kind: that is counted, not thrown.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <remarks>O(rows) a column. Cancellation is seen before a column, never within: what was cancelled must be thrown away.</remarks>
    public void Add(Dataset data, ComputeContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        ParallelPieces.For(
            _columns.Length,
            context,
            (i, within) =>
            {
                var schema = _definition.JudgedColumns[i].Schema;
                if (data.TryGetColumn(schema.Name, out var column))
                {
                    _columns[i].Add(column.Kind == schema.Kind ? column : column.ConvertTo(schema.Kind), within);
                }
                else
                {
                    _columns[i].AddAbsent(data.RowCount);
                }
            }
        );
        _unknownColumns.UnionWith(
            data.Columns.Select(column => column.Name).Where(name => !_definition.Schema.TryGet(name, out _))
        );
        Count += data.RowCount;
    }

    /// <inheritdoc/>
    public void Merge(DatasetProfile other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (!_definition.Equals(other._definition))
        {
            throw new ArgumentException(
                $"Profiles of different definitions can't be merged: this one is {_definition.Digest}, the other {other._definition.Digest}. Make both from the same baseline.",
                nameof(other)
            );
        }

        for (var i = 0; i < _columns.Length; i++)
        {
            _columns[i].Merge(other._columns[i]);
        }

        _unknownColumns.UnionWith(other._unknownColumns);
        Count += other.Count;
    }

    /// <inheritdoc/>
    public void WriteTo(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteStartArray("columns");
        foreach (var column in _columns)
        {
            column.WriteTo(writer);
        }

        writer.WriteEndArray();
        writer.WriteInteger("rows", Count);
        writer.WriteStartArray("unknownColumns");
        foreach (var name in _unknownColumns)
        {
            writer.WriteStringValue(name);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    internal static DatasetProfile Read(DatasetProfileDefinition definition, JsonElement state)
    {
        var profile = new DatasetProfile(definition) { Count = state.Required("rows").GetInteger() };
        JsonElement[] columns = [.. state.RequiredArray("columns")];
        if (columns.Length != profile._columns.Length)
        {
            throw new FormatException(
                $"'columns' has {columns.Length} elements; the definition has {profile._columns.Length} judged columns."
            );
        }

        for (var i = 0; i < columns.Length; i++)
        {
            var column = ColumnProfile.Read(definition.JudgedColumns[i], definition.Sketches, columns[i]);
            profile._columns[i] =
                column.RowCount == profile.Count
                    ? column
                    : throw new FormatException(
                        $"Column '{column.Definition.Schema.Name}' has {column.RowCount} rows, the profile {profile.Count}."
                    );
        }

        foreach (var name in state.RequiredArray("unknownColumns"))
        {
            profile._unknownColumns.Add(
                name.ValueKind == JsonValueKind.String
                    ? name.GetString()!
                    : throw new FormatException("'unknownColumns' must hold strings.")
            );
        }

        return profile;
    }
}
