namespace Mlops.Registry.Stores;

/// <summary>The kinds of records that a store keeps.</summary>
public enum RecordKind
{
    /// <summary>A <see cref="Models.RegisteredModel"/>, by name.</summary>
    Model = 0,

    /// <summary>A <see cref="Models.ModelVersion"/>, by its key: <c>credit@7</c>.</summary>
    Version = 1,

    /// <summary>A <see cref="Models.ModelAlias"/>: <c>credit@champion</c>.</summary>
    Alias = 2,

    /// <summary>A <see cref="Runs.Run"/>, by id.</summary>
    Run = 3,

    /// <summary>A version of a policy: <c>default@2</c>.</summary>
    Policy = 4,

    /// <summary>The risk register of a model, by the model's name.</summary>
    RiskRegister = 5,

    /// <summary>A delegation, by id.</summary>
    Delegation = 6,

    /// <summary>A <see cref="Models.Tenure"/>, by what began it.</summary>
    Tenure = 7,

    /// <summary>A text that the log holds only as a keyed digest, so that it can be erased.</summary>
    Note = 8,

    /// <summary>A signed checkpoint, by its size.</summary>
    Checkpoint = 9,

    /// <summary>A counter or a setting of the registry itself.</summary>
    Setting = 10,
}
