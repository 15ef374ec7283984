/** Commands that the server's code actions and code lenses name, and that the extension carries out. */
export const clientCommands = ['mofsec.explainRule', 'mofsec.showReferences'] as const;
