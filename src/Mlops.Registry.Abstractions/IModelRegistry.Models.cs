using Mlops.Registry.Models;
using Mlops.Registry.Risk;

namespace Mlops.Registry;

public partial interface IModelRegistry
{
    /// <summary>Creates a model.</summary>
    /// <param name="registration">The model.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="RegistryConflictException">There is a model of that name, or one that differs only in case.</exception>
    Task<RegisteredModel> CreateModelAsync(
        ModelRegistration registration,
        CancellationToken cancellationToken = default
    );

    /// <summary>Changes what is said about a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="change">What is to change.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    /// <exception cref="RegistryConflictException">It has another revision than the caller saw.</exception>
    Task<RegisteredModel> ChangeModelAsync(
        string model,
        ModelChange change,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<RegisteredModel> GetModelAsync(string model, CancellationToken cancellationToken = default);

    /// <summary>Searches models, by name.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    Task<Page<RegisteredModel>> SearchModelsAsync(ModelFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Keeps a model's risk register.</summary>
    /// <param name="model">The model.</param>
    /// <param name="register">The whole register.</param>
    /// <param name="reason">What changed, and why.</param>
    /// <param name="cancellationToken">Ends the wait before the commit.</param>
    Task SetRiskRegisterAsync(
        string model,
        RiskRegister register,
        string reason,
        CancellationToken cancellationToken = default
    );

    /// <summary>Reads a model's risk register.</summary>
    /// <param name="model">The model.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The register; <see langword="null"/> when there is none.</returns>
    Task<RiskRegister?> GetRiskRegisterAsync(string model, CancellationToken cancellationToken = default);
}
