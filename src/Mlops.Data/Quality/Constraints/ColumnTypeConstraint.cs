namespace Mlops.Data.Quality.Constraints;

/// <summary>The column is there, and its values are of a kind.</summary>
/// <param name="Column">The column's name.</param>
/// <param name="Type">The kind. The data are read as that kind before anything else is checked.</param>
/// <remarks>A value that does not convert (<see cref="Column.ConvertTo"/>) violates the constraint, and is missing to all others.</remarks>
public sealed record ColumnTypeConstraint(string Column, ColumnKind Type) : RowConstraint($"{Column}/type")
{
    /// <summary>Whether numbers must be whole.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool WholeNumbers { get; init; }

    /// <inheritdoc/>
    public override string Kind => "type";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Columns => [Column];

    /// <inheritdoc/>
    public override string Demand => $"{Column} holds {Noun}{Tolerance}";

    internal string Noun =>
        Type switch
        {
            ColumnKind.Number => WholeNumbers ? "whole numbers" : "numbers",
            ColumnKind.Boolean => "true and false",
            ColumnKind.Category => "categories",
            ColumnKind.Time => "times",
            ColumnKind.Text => "texts",
            _ => "embeddings",
        };

    internal override string? Fault() =>
        base.Fault()
        ?? (
            !Enum.IsDefined(Type) ? $"{(int)Type} is not a {nameof(ColumnKind)}"
            : WholeNumbers && Type != ColumnKind.Number ? "only numbers can be whole"
            : null
        );
}
