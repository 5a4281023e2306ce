using System.Buffers;
using System.Text.Json;
using Mlops.Serialization;
using Mlops.Statistics;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Sorting;

namespace Mlops.Data.Profiles;

/// <summary>What a profile counts: the columns of a reference, their roles and their bins. Immutable.</summary>
/// <remarks>Two definitions are equal when their canonical forms are, whichever way they were made.</remarks>
public sealed partial class DatasetProfileDefinition
    : IStatisticDefinition<DatasetProfile>,
        IEquatable<DatasetProfileDefinition>
{
    private readonly Dictionary<string, int> _index;

    private DatasetProfileDefinition(IReadOnlyList<ProfiledColumn> columns, SketchOptions? sketches = null)
    {
        Columns = columns;
        Sketches = sketches;
        JudgedColumns = [.. columns.Where(column => column.IsJudged)];
        Schema = new DatasetSchema(columns.Select(column => column.Schema));
        _index = JudgedColumns.Select((column, i) => (column.Schema.Name, i)).ToDictionary(StringComparer.Ordinal);
        Digest = ContentDigest.Of(CanonicalBytes());
    }

    /// <inheritdoc/>
    public string Id => "data.profile";

    /// <inheritdoc/>
    public int Version => 1;

    /// <summary>Every column of the reference, in its order.</summary>
    public IReadOnlyList<ProfiledColumn> Columns { get; }

    /// <summary>The columns that are profiled and judged.</summary>
    public IReadOnlyList<ProfiledColumn> JudgedColumns { get; }

    /// <summary>The reference's schema, with which other data are read.</summary>
    public DatasetSchema Schema { get; }

    /// <summary>The sizes of the sketches, where columns are sketched for want of a reference; <see langword="null"/> where a reference's bins are counted.</summary>
    public SketchOptions? Sketches { get; }

    /// <summary>The digest of the canonical form.</summary>
    public ContentDigest Digest { get; }

    /// <summary>Learns roles and bins from a reference.</summary>
    /// <param name="reference">The reference; columns may be empty, constant or all missing.</param>
    /// <param name="context">Threads and cancellation; <see langword="null"/> for all threads.</param>
    /// <remarks>Sorts every number column: O(rows) by radix, on as many threads as there are.</remarks>
    /// <exception cref="ArgumentException"><paramref name="reference"/> has no columns.</exception>
    public static DatasetProfileDefinition FromReference(Dataset reference, ComputeContext? context = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (reference.Columns.Count == 0)
        {
            throw new ArgumentException(
                $"'{reference.Name}' has no columns; a reference needs at least one.",
                nameof(reference)
            );
        }

        var columns = new ProfiledColumn[reference.Columns.Count];
        ParallelPieces.For(
            columns.Length,
            context,
            (i, within) => columns[i] = Learn(reference.Columns[i], reference.Schema[reference.Columns[i].Name], within)
        );
        return new DatasetProfileDefinition(columns);
    }

    /// <summary>Profiles columns that no reference is known for: by sketches, whose error goes into every verdict.</summary>
    /// <param name="schema">The columns; roles that nobody has stated are found when the profile becomes a reference.</param>
    /// <param name="sketches">The sizes; <see langword="null"/> for the defaults. Parts that are to be merged need the same.</param>
    /// <exception cref="ArgumentException"><paramref name="schema"/> has no columns.</exception>
    public static DatasetProfileDefinition FromSchema(DatasetSchema schema, SketchOptions? sketches = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (schema.Columns.Count == 0)
        {
            throw new ArgumentException("The schema has no columns; a profile needs at least one.", nameof(schema));
        }

        return new DatasetProfileDefinition(
            [.. schema.Columns.Select(ProfileRoles.OfSchema)],
            sketches ?? SketchOptions.Default
        );
    }

    /// <summary>Learns roles and bins from a profile, as <see cref="FromReference"/> does from the data themselves.</summary>
    /// <param name="reference">The profile. Where it counts a reference's bins already, its own definition comes back.</param>
    public static DatasetProfileDefinition FromProfile(DatasetProfile reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return reference.Definition.Sketches is null
            ? reference.Definition
            : new DatasetProfileDefinition([
                .. reference.Definition.Columns.Select(column =>
                    column.IsJudged ? ProfileRoles.Learn(reference[column.Schema.Name]) : column
                ),
            ]);
    }

    /// <inheritdoc/>
    public DatasetProfile Create() => new(this);

    /// <inheritdoc/>
    public DatasetProfile Read(JsonElement state) => DatasetProfile.Read(this, state);

    /// <inheritdoc/>
    public bool Equals(DatasetProfileDefinition? other) => other is not null && Digest == other.Digest;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DatasetProfileDefinition);

    /// <inheritdoc/>
    public override int GetHashCode() => Digest.GetHashCode();

    internal int IndexOf(string column) => _index.GetValueOrDefault(column, -1);

    private static ProfiledColumn Learn(Column column, ColumnSchema schema, ComputeContext context)
    {
        if (column is not NumericColumn numeric)
        {
            return Learn(column, schema, []);
        }

        // Sorted copies are as large as the data, so they come from the pool.
        var scratch = ArrayPool<double>.Shared.Rent(column.Length);
        try
        {
            var present = scratch.AsSpan(0, SortedCopy.OfPresent(numeric.Values.Span, scratch, context));
            return Learn(column, schema, present);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(scratch);
        }
    }

    private static ProfiledColumn Learn(Column column, ColumnSchema schema, ReadOnlySpan<double> sorted)
    {
        var (role, remark) = RoleInference.Find(column, schema, sorted);
        var learnt = new ProfiledColumn(schema, role, remark, null);
        return learnt.IsJudged && column is NumericColumn
            ? learnt with
            {
                Binning = NumericBinning.FromSorted(sorted),
            }
            : learnt;
    }
}
