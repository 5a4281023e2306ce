namespace Mlops.Storage.Migrations;

/// <summary>The migrations of one component, numbered from 1 without a gap.</summary>
public sealed class MigrationSet
{
    /// <summary>Makes a set.</summary>
    /// <param name="component">The component's name; each component counts its own migrations, and several share a database.</param>
    /// <param name="migrations">The migrations in order.</param>
    /// <exception cref="ArgumentException">The numbers are not 1, 2, 3 and so on.</exception>
    public MigrationSet(string component, params IReadOnlyList<Migration> migrations)
    {
        ArgumentException.ThrowIfNullOrEmpty(component);
        ArgumentNullException.ThrowIfNull(migrations);
        for (var i = 0; i < migrations.Count; i++)
        {
            if (migrations[i].Number != i + 1)
            {
                throw new ArgumentException(
                    $"Migration '{migrations[i].Name}' of '{component}' has the number {migrations[i].Number}, but stands in place {i + 1}: numbers go 1, 2, 3 without a gap.",
                    nameof(migrations)
                );
            }
        }

        Component = component;
        Migrations = [.. migrations];
    }

    /// <summary>The component's name.</summary>
    public string Component { get; }

    /// <summary>The migrations in order.</summary>
    public IReadOnlyList<Migration> Migrations { get; }
}
