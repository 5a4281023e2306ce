using Mlops.Data.Quality.Constraints;
using Mlops.Data.Quality.Inference;

namespace Mlops.Data.Quality;

/// <summary>What must hold of a data set: a list of constraints, inferred from a reference, written by hand, or both.</summary>
/// <remarks>
/// Immutable and thread-safe. Ids are unique. <see cref="Infer"/> one from a reference, change it by <see cref="With"/> and
/// <see cref="Without"/> or in a file, and hold data to it by <see cref="DataQuality.Check"/>.
/// </remarks>
public sealed partial class DataConstraints
{
    private readonly DataConstraint[] _constraints;

    /// <summary>Makes a list of constraints.</summary>
    /// <param name="constraints">The constraints, in the order in which reports shall show them.</param>
    /// <exception cref="ArgumentException">A constraint makes no sense, or two have one id; the message says which, and why.</exception>
    public DataConstraints(params IEnumerable<DataConstraint> constraints)
        : this(constraints, null) { }

    internal DataConstraints(IEnumerable<DataConstraint> constraints, CheckedData? reference)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        _constraints = [.. constraints];
        Reference = reference;
        Constraints = Array.AsReadOnly(_constraints);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _constraints.Length; i++)
        {
            var constraint = _constraints[i];
            ArgumentNullException.ThrowIfNull(constraint, $"{nameof(constraints)}[{i}]");
            if (constraint.Fault() is { } fault)
            {
                throw new ArgumentException($"Constraint '{constraint.Id}': {fault}.", nameof(constraints));
            }

            if (!ids.Add(constraint.Id))
            {
                throw new ArgumentException(
                    $"Two constraints have the id '{constraint.Id}'; give one of them another.",
                    nameof(constraints)
                );
            }
        }
    }

    /// <summary>No constraints, to add to.</summary>
    public static DataConstraints None { get; } = new([]);

    /// <summary>The constraints, in order.</summary>
    public IReadOnlyList<DataConstraint> Constraints { get; }

    /// <summary>What they were inferred from; <see langword="null"/> where nobody knows, as for those written by hand.</summary>
    public CheckedData? Reference { get; }

    /// <summary>The constraint of an id.</summary>
    /// <param name="id">The id.</param>
    /// <exception cref="ArgumentException">There is none; the message lists the nearest.</exception>
    public DataConstraint this[string id] => _constraints[PositionOf(id, nameof(id))];

    /// <summary>Infers constraints from data that are known to be good.</summary>
    /// <param name="reference">The data.</param>
    /// <param name="options">What to infer, and with which margins; the defaults where left out.</param>
    /// <returns>
    /// Of each column, in order: its type; the share that is missing; of numbers the range; of categories the values where they are few, otherwise
    /// lengths and a pattern; of identifiers that none comes twice; of times that were in order that they stay so. <see cref="InferenceOptions"/>
    /// says how wide the margins are, and why.
    /// </returns>
    /// <remarks>
    /// The bounds of shares are upper confidence limits plus a tolerance, so data like the reference, of any number of rows, do not fail: what is learnt from few
    /// rows is held loosely. Columns whose role is <see cref="ColumnRole.Excluded"/> are left out. O(rows), columns in parallel.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static DataConstraints Infer(Dataset reference, InferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return ConstraintInference.Of(reference, options ?? InferenceOptions.Default);
    }

    /// <summary>The constraints with others added, each in place of the one with its id where there is one.</summary>
    /// <param name="constraints">The constraints to add.</param>
    /// <exception cref="ArgumentException">A constraint makes no sense; the message says which, and why.</exception>
    public DataConstraints With(params IEnumerable<DataConstraint> constraints)
    {
        ArgumentNullException.ThrowIfNull(constraints);
        var all = new List<DataConstraint>(_constraints);
        foreach (var constraint in constraints)
        {
            ArgumentNullException.ThrowIfNull(constraint, nameof(constraints));
            var position = all.FindIndex(each => each.Id == constraint.Id);
            if (position < 0)
            {
                all.Add(constraint);
            }
            else
            {
                all[position] = constraint;
            }
        }

        return new DataConstraints(all, Reference);
    }

    /// <summary>The constraints without some.</summary>
    /// <param name="ids">Their ids.</param>
    /// <exception cref="ArgumentException">There is no such constraint; the message lists the nearest.</exception>
    public DataConstraints Without(params IEnumerable<string> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var left = ids.Select(id => PositionOf(id, nameof(ids))).ToHashSet();
        return new DataConstraints(_constraints.Where((_, position) => !left.Contains(position)), Reference);
    }

    /// <summary>The kinds that type constraints demand, to read data with; what comes of values is then told, not lost.</summary>
    /// <returns>A schema of the columns that have a type constraint, in order.</returns>
    public DatasetSchema ToSchema() =>
        new(
            _constraints
                .OfType<ColumnTypeConstraint>()
                .DistinctBy(constraint => constraint.Column, StringComparer.Ordinal)
                .Select(constraint => new ColumnSchema(constraint.Column, constraint.Type, SourceOf(constraint)))
        );

    /// <inheritdoc/>
    public override string ToString() =>
        $"{_constraints.Length} constraint{(_constraints.Length == 1 ? "" : "s")}{(Reference is null ? "" : $" of {Reference.Name}")}";

    private static SourceType SourceOf(ColumnTypeConstraint constraint) =>
        constraint.Type switch
        {
            ColumnKind.Number => constraint.WholeNumbers ? SourceType.Integer : SourceType.Double,
            ColumnKind.Boolean => SourceType.Boolean,
            ColumnKind.Time => SourceType.Timestamp,
            ColumnKind.Embedding => SourceType.Single,
            _ => SourceType.Text,
        };

    private int PositionOf(string id, string parameter)
    {
        ArgumentNullException.ThrowIfNull(id, parameter);
        var position = Array.FindIndex(_constraints, constraint => constraint.Id == id);
        if (position >= 0)
        {
            return position;
        }

        var nearest = _constraints
            .Select(constraint => constraint.Id)
            .OrderBy(each => NearestNames.Distance(id, each))
            .Take(3)
            .Select(each => $"'{each}'")
            .ToArray();
        throw new ArgumentException(
            $"There is no constraint '{id}'. {(nearest.Length == 0 ? "There are none." : $"Nearest: {string.Join(", ", nearest)}.")}",
            parameter
        );
    }
}
