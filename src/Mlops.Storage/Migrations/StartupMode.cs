namespace Mlops.Storage.Migrations;

/// <summary>What a start does about pending migrations.</summary>
public enum StartupMode
{
    /// <summary>Applies them; when none is pending, nothing is written and no right to make tables is needed.</summary>
    Apply,

    /// <summary>Refuses to start while any is pending: somebody else applies them.</summary>
    Require,
}
